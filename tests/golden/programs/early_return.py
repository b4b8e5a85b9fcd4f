# A return inside a loop leaves it at once; what is after the loop is reached by the other edge only.
def first_factor(n):
    for d in range(2, n):
        if n % d == 0:
            return d
    return n


def main():
    return first_factor(91), first_factor(13)
# > fora dump --phase=lower --function first_factor
# >  function 1 "first_factor" parameters (pos "n") {
# >  b0(%0 "n"):
# >    %1 = global {index=2}
# >    %2 = const
# >    %3 = call %1, %2, %0 {call=[., .]}
# >    %4 = iter %3
# >    jump b1(%4)
# >  b1(%5):
# >    next %5 b2() b3()
# >  b2(%6 "d", %7):
# >    %8 = binary %0, %6 {binary="%"}
# >    %9 = const {index=1}
# >    %10 = compare %8, %9 {compare="=="}
# >    %11 = truth %10
# >    branch %11 b4() b5()
# >  b3():
# >    return %0
# >  b4():
# >    return %6
# >  b5():
# >    jump b1(%7)
# >  }
# > fora dump --phase=simplify --function first_factor --types Int
# >  typed 0 "first_factor" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%0, %1=%2, %2=%3]
# >    frame 2 b1:0 [%0=%0, %5=%9]
# >    frame 3 b2:0 [%0=%0, %6=%14, %7=%17]
# >  b0(%0 "n": Int):
# >    %2: Class range = undefined
# >    %3: Int = const {index=2, flag}
# >    %4: Int = const {index=1, flag}
# >    %5: Range = make_range %3, %0, %4 {fs=1}
# >    %6: Int = const {flag}
# >    %7: Sequence<Range, Int> = make_tuple %5, %6
# >    jump b1(%7)
# >  b1(%9: Sequence<Range, Int>):
# >    %10: Range = extract %9
# >    %11: Int = extract %9 {index=1}
# >    %12: Int = source.len %10 {fs=2}
# >    %13: Bool = int.compare %11, %12 {compare="<"}
# >    branch %13 b2() b3()
# >  b2():
# >    %14: Int = source.item %10, %11 {fs=2}
# >    %15: Int = const {index=1, flag}
# >    %16: Int = int.add %11, %15 {flag}
# >    %17: Sequence<Range, Int> = make_tuple %10, %16
# >    %22: Int = int.mod %0, %14 {fs=3}
# >    %23: Int = const {flag}
# >    %24: Bool = int.compare %22, %23 {compare="=="}
# >    branch %24 b4() b5()
# >  b3():
# >    return %0
# >  b4():
# >    return %14
# >  b5():
# >    jump b1(%17)
# >  }
# > fora dump --phase=llvm --cpu=generic --function first_factor --types Int
# >  define i32 @fora_entry_0(ptr %0, ptr nocapture readonly %1, ptr nocapture writeonly %2) local_unnamed_addr {
# >  entry:
# >    %3 = alloca [1 x i64], align 8
# >    %4 = alloca [6 x i64], align 8
# >    %5 = load i64, ptr %1, align 8
# >    %6 = icmp sgt i64 %5, 2
# >    %7 = add i64 %5, -2
# >    %8 = select i1 %6, i64 %7, i64 0
# >    %9 = icmp slt i64 %8, 0
# >    br i1 %9, label %exit1.i, label %on.i.preheader, !prof !0
# >
# >  on.i.preheader:                                   ; preds = %entry
# >    %exitcond.not9 = icmp eq i64 %8, 0
# >    br i1 %exitcond.not9, label %fora_function_0.exit, label %on4.i
# >
# >  exit1.i:                                          ; preds = %entry
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store i64 %5, ptr %4, align 8
# >    %10 = getelementptr inbounds i8, ptr %4, i64 8
# >    store i64 2, ptr %10, align 8
# >    %11 = getelementptr inbounds i8, ptr %4, i64 16
# >    store i64 %5, ptr %11, align 8
# >    %12 = getelementptr inbounds i8, ptr %4, i64 24
# >    store i64 1, ptr %12, align 8
# >    %13 = getelementptr inbounds i8, ptr %4, i64 32
# >    store i64 0, ptr %13, align 8
# >    %14 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    %15 = load i64, ptr %3, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    br label %fora_function_0.exit
# >
# >  on4.i:                                            ; preds = %on.i.preheader, %polled.i
# >    %16 = phi i64 [ %17, %polled.i ], [ 0, %on.i.preheader ]
# >    %17 = add nuw nsw i64 %16, 1
# >    %18 = add nuw nsw i64 %16, 2
# >    %19 = srem i64 %5, %18
# >    %20 = icmp slt i64 %19, 0
# >    %21 = select i1 %20, i64 %18, i64 0
# >    %22 = sub nsw i64 0, %21
# >    %23 = icmp eq i64 %19, %22
# >    br i1 %23, label %fora_function_0.exit, label %no6.i
# >
# >  no6.i:                                            ; preds = %on4.i
# >    %24 = load atomic i32, ptr %0 monotonic, align 4
# >    %25 = icmp eq i32 %24, 0
# >    br i1 %25, label %polled.i, label %asked.i, !prof !1
# >
# >  asked.i:                                          ; preds = %no6.i
# >    %26 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %27 = icmp eq i32 %26, 0
# >    br i1 %27, label %polled.i, label %fora_function_0.exit, !prof !1
# >
# >  polled.i:                                         ; preds = %asked.i, %no6.i
# >    %exitcond.not = icmp eq i64 %17, %8
# >    br i1 %exitcond.not, label %fora_function_0.exit, label %on4.i
# >
# >  fora_function_0.exit:                             ; preds = %asked.i, %on4.i, %polled.i, %on.i.preheader, %exit1.i
# >    %28 = phi i64 [ %15, %exit1.i ], [ %5, %on.i.preheader ], [ %5, %polled.i ], [ %18, %on4.i ], [ 0, %asked.i ]
# >    %29 = phi i32 [ %14, %exit1.i ], [ 0, %on.i.preheader ], [ 0, %polled.i ], [ 0, %on4.i ], [ 1, %asked.i ]
# >    store i64 %28, ptr %2, align 8
# >    ret i32 %29
# >  }
