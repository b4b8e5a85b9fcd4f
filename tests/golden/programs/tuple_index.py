# A computed index into a tuple of several types gives the union of them.
def pick(t, i):
    return t[i]


def main():
    return [pick((1, 2.5, "three"), i) for i in range(3)]
# > fora dump --phase=infer --function pick --types 'Tuple<Int, Float, Str>; Int'
# >  typed 0 "pick" of 1 values (%0, %1) returns Union<Int, Float, Str> {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b0:0 [%0=%2, %1=%3]
# >  b0(%0 "t": Tuple<Int, Float, Str>, %1 "i": Int):
# >    jump b1(%0, %1)
# >  b1(%2 "t": Tuple<Int, Float, Str>, %3 "i": Int):
# >    %4: Union<Int, Float, Str> = tuple_index %2, %3 {fs=1}
# >    return %4
# >  }
# > fora dump --phase=llvm --cpu=generic --function pick --types 'Tuple<Int, Float, Str>; Int'
# >  define i32 @fora_entry_0(ptr %0, ptr nocapture readonly %1, ptr nocapture writeonly %2) local_unnamed_addr {
# >  entry:
# >    %3 = load i64, ptr %1, align 8
# >    %4 = getelementptr inbounds i8, ptr %1, i64 8
# >    %5 = load double, ptr %4, align 8
# >    %6 = getelementptr inbounds i8, ptr %1, i64 16
# >    %7 = load ptr, ptr %6, align 8
# >    %8 = getelementptr inbounds i8, ptr %1, i64 24
# >    %9 = load i64, ptr %8, align 8
# >    %10 = icmp slt i64 %9, 0
# >    %11 = add i64 %9, 3
# >    %12 = select i1 %10, i64 %11, i64 %9
# >    %13 = icmp ugt i64 %12, 2
# >    br i1 %13, label %exit.i, label %on.i, !prof !0
# >
# >  exit.i:                                           ; preds = %entry
# >    %14 = bitcast double %5 to i64
# >    %15 = tail call i32 (ptr, ptr, i32, ...) @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, i64 %3, i64 %14, ptr %7, i64 %9)
# >    %16 = getelementptr inbounds i8, ptr %0, i64 72
# >    %17 = load i64, ptr %16, align 8
# >    %18 = getelementptr inbounds i8, ptr %0, i64 80
# >    %19 = load i64, ptr %18, align 8
# >    br label %fora_function_0.exit
# >
# >  on.i:                                             ; preds = %entry
# >    switch i64 %12, label %default.unreachable.i [
# >      i64 0, label %item.i
# >      i64 1, label %item2.i
# >      i64 2, label %item3.i
# >    ]
# >
# >  item.i:                                           ; preds = %retained.i, %item2.i, %on.i
# >    %20 = phi i64 [ %21, %item2.i ], [ %24, %retained.i ], [ %3, %on.i ]
# >    tail call void @fora_release(ptr %7)
# >    br label %fora_function_0.exit
# >
# >  default.unreachable.i:                            ; preds = %on.i
# >    unreachable
# >
# >  item2.i:                                          ; preds = %on.i
# >    %21 = bitcast double %5 to i64
# >    br label %item.i
# >
# >  item3.i:                                          ; preds = %on.i
# >    %22 = icmp eq ptr %7, null
# >    br i1 %22, label %retained.i, label %retain.i
# >
# >  retain.i:                                         ; preds = %item3.i
# >    %23 = atomicrmw add ptr %7, i32 1 monotonic, align 4
# >    br label %retained.i
# >
# >  retained.i:                                       ; preds = %retain.i, %item3.i
# >    %24 = ptrtoint ptr %7 to i64
# >    br label %item.i
# >
# >  fora_function_0.exit:                             ; preds = %exit.i, %item.i
# >    %25 = phi i64 [ %12, %item.i ], [ %17, %exit.i ]
# >    %26 = phi i64 [ %20, %item.i ], [ %19, %exit.i ]
# >    %27 = phi i32 [ 0, %item.i ], [ %15, %exit.i ]
# >    store i64 %25, ptr %2, align 8
# >    %28 = getelementptr inbounds i8, ptr %2, i64 8
# >    store i64 %26, ptr %28, align 8
# >    ret i32 %27
# >  }
