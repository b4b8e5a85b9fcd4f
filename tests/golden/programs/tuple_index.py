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
# >    call void @llvm.lifetime.start.p0(i64 16, ptr nonnull %3)
# >    call void @llvm.lifetime.start.p0(i64 32, ptr nonnull %4)
# >    %12 = icmp slt i64 %11, 0
# >    %13 = add i64 %11, 3
# >    %14 = select i1 %12, i64 %13, i64 %11
# >    %15 = icmp ugt i64 %14, 2
# >    br i1 %15, label %exit.i, label %on.i, !prof !0
# >
# >  exit.i:                                           ; preds = %entry
# >    %16 = icmp eq ptr %9, null
# >    br i1 %16, label %retained5.i, label %retain4.i
# >
# >  on.i:                                             ; preds = %entry
# >    switch i64 %14, label %default.unreachable.i [
# >      i64 0, label %fora_function_0.exit
# >      i64 1, label %item2.i
# >      i64 2, label %item3.i
# >    ]
# >
# >  default.unreachable.i:                            ; preds = %on.i
# >    unreachable
# >
# >  item2.i:                                          ; preds = %on.i
# >    %17 = bitcast double %7 to i64
# >    br label %fora_function_0.exit
# >
# >  item3.i:                                          ; preds = %on.i
# >    %18 = icmp eq ptr %9, null
# >    br i1 %18, label %retained.i, label %retain.i
# >
# >  retain.i:                                         ; preds = %item3.i
# >    %19 = atomicrmw add ptr %9, i32 1 monotonic, align 4
# >    br label %retained.i
# >
# >  retained.i:                                       ; preds = %retain.i, %item3.i
# >    %20 = ptrtoint ptr %9 to i64
# >    br label %fora_function_0.exit
# >
# >  retain4.i:                                        ; preds = %exit.i
# >    %21 = atomicrmw add ptr %9, i32 1 monotonic, align 4
# >    br label %retained5.i
# >
# >  retained5.i:                                      ; preds = %retain4.i, %exit.i
# >    store i64 %5, ptr %4, align 8
# >    %22 = getelementptr inbounds i8, ptr %4, i64 8
# >    store double %7, ptr %22, align 8
# >    %23 = getelementptr inbounds i8, ptr %4, i64 16
# >    store ptr %9, ptr %23, align 8
# >    %24 = getelementptr inbounds i8, ptr %4, i64 24
# >    store i64 %11, ptr %24, align 8
# >    %25 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    %26 = load i64, ptr %3, align 8
# >    %27 = getelementptr inbounds i8, ptr %3, i64 8
# >    %28 = load i64, ptr %27, align 8
# >    br label %fora_function_0.exit
# >
# >  fora_function_0.exit:                             ; preds = %on.i, %item2.i, %retained.i, %retained5.i
# >    %.pn11.i = phi i64 [ %26, %retained5.i ], [ %14, %on.i ], [ 2, %retained.i ], [ 1, %item2.i ]
# >    %.pn9.i = phi i64 [ %28, %retained5.i ], [ %5, %on.i ], [ %20, %retained.i ], [ %17, %item2.i ]
# >    %.pn7.i = phi i32 [ %25, %retained5.i ], [ 0, %on.i ], [ 0, %retained.i ], [ 0, %item2.i ]
# >    call void @llvm.lifetime.end.p0(i64 16, ptr nonnull %3)
# >    call void @llvm.lifetime.end.p0(i64 32, ptr nonnull %4)
# >    call void @fora_release(ptr %9)
# >    store i64 %.pn11.i, ptr %2, align 8
# >    %29 = getelementptr inbounds i8, ptr %2, i64 8
# >    store i64 %.pn9.i, ptr %29, align 8
# >    ret i32 %.pn7.i
# >  }
