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
# >    %3 = alloca [2 x i64], align 8
# >    %4 = alloca [4 x i64], align 8
# >    %5 = load i64, ptr %1, align 8
# >    %6 = getelementptr inbounds i8, ptr %1, i64 8
# >    %7 = load double, ptr %6, align 8
# >    %8 = getelementptr inbounds i8, ptr %1, i64 16
# >    %9 = load ptr, ptr %8, align 8
# >    %10 = getelementptr inbounds i8, ptr %1, i64 24
# >    %11 = load i64, ptr %10, align 8
# >    %12 = icmp slt i64 %11, 0
# >    %13 = add i64 %11, 3
# >    %14 = select i1 %12, i64 %13, i64 %11
# >    %15 = icmp ugt i64 %14, 2
# >    br i1 %15, label %exit.i, label %on.i, !prof !0
# >
# >  exit.i:                                           ; preds = %entry
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store i64 %5, ptr %4, align 8
# >    %16 = getelementptr inbounds i8, ptr %4, i64 8
# >    store double %7, ptr %16, align 8
# >    %17 = getelementptr inbounds i8, ptr %4, i64 16
# >    store ptr %9, ptr %17, align 8
# >    %18 = getelementptr inbounds i8, ptr %4, i64 24
# >    store i64 %11, ptr %18, align 8
# >    %19 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    %20 = load i64, ptr %3, align 8
# >    %21 = getelementptr inbounds i8, ptr %3, i64 8
# >    %22 = load i64, ptr %21, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    br label %fora_function_0.exit
# >
# >  on.i:                                             ; preds = %entry
# >    switch i64 %14, label %default.unreachable.i [
# >      i64 0, label %item.i
# >      i64 1, label %item2.i
# >      i64 2, label %item3.i
# >    ]
# >
# >  item.i:                                           ; preds = %retained.i, %item2.i, %on.i
# >    %23 = phi i64 [ %24, %item2.i ], [ %27, %retained.i ], [ %5, %on.i ]
# >    tail call void @fora_release(ptr %9)
# >    br label %fora_function_0.exit
# >
# >  default.unreachable.i:                            ; preds = %on.i
# >    unreachable
# >
# >  item2.i:                                          ; preds = %on.i
# >    %24 = bitcast double %7 to i64
# >    br label %item.i
# >
# >  item3.i:                                          ; preds = %on.i
# >    %25 = icmp eq ptr %9, null
# >    br i1 %25, label %retained.i, label %retain.i
# >
# >  retain.i:                                         ; preds = %item3.i
# >    %26 = atomicrmw add ptr %9, i32 1 monotonic, align 4
# >    br label %retained.i
# >
# >  retained.i:                                       ; preds = %retain.i, %item3.i
# >    %27 = ptrtoint ptr %9 to i64
# >    br label %item.i
# >
# >  fora_function_0.exit:                             ; preds = %exit.i, %item.i
# >    %28 = phi i64 [ %14, %item.i ], [ %20, %exit.i ]
# >    %29 = phi i64 [ %23, %item.i ], [ %22, %exit.i ]
# >    %30 = phi i32 [ 0, %item.i ], [ %19, %exit.i ]
# >    store i64 %28, ptr %2, align 8
# >    %31 = getelementptr inbounds i8, ptr %2, i64 8
# >    store i64 %29, ptr %31, align 8
# >    ret i32 %30
# >  }
