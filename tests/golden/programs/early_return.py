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
# >    call void @llvm.lifetime.start.p0(i64 8, ptr nonnull %3)
# >    call void @llvm.lifetime.start.p0(i64 48, ptr nonnull %4)
# >    %6 = icmp sgt i64 %5, 2
# >    %7 = add i64 %5, -2
# >    %8 = select i1 %6, i64 %7, i64 0
# >    %9 = icmp slt i64 %8, 0
# >    br i1 %9, label %exit1.i, label %on.i.preheader, !prof !0
# >
# >  on.i.preheader:                                   ; preds = %entry
# >    %exitcond.not.i2 = icmp eq i64 %8, 0
# >    br i1 %exitcond.not.i2, label %no.i, label %on4.i
# >
# >  exit1.i:                                          ; preds = %entry
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
# >    %16 = insertvalue { i64, i32 } poison, i64 %15, 0
# >    %17 = insertvalue { i64, i32 } %16, i32 %14, 1
# >    br label %fora_function_0.exit
# >
# >  no.i:                                             ; preds = %polled.i, %on.i.preheader
# >    %18 = insertvalue { i64, i32 } poison, i64 %5, 0
# >    %19 = insertvalue { i64, i32 } %18, i32 0, 1
# >    br label %fora_function_0.exit
# >
# >  on4.i:                                            ; preds = %on.i.preheader, %polled.i
# >    %20 = phi i64 [ %22, %polled.i ], [ 0, %on.i.preheader ]
# >    %21 = add nuw nsw i64 %20, 2
# >    %22 = add nuw nsw i64 %20, 1
# >    %23 = srem i64 %5, %21
# >    %24 = icmp slt i64 %23, 0
# >    %25 = select i1 %24, i64 %21, i64 0
# >    %26 = sub nsw i64 0, %25
# >    %27 = icmp eq i64 %23, %26
# >    br i1 %27, label %yes5.i, label %no6.i
# >
# >  yes5.i:                                           ; preds = %on4.i
# >    %28 = insertvalue { i64, i32 } poison, i64 %21, 0
# >    %29 = insertvalue { i64, i32 } %28, i32 0, 1
# >    br label %fora_function_0.exit
# >
# >  no6.i:                                            ; preds = %on4.i
# >    %30 = load atomic i32, ptr %0 monotonic, align 4
# >    %31 = icmp eq i32 %30, 0
# >    br i1 %31, label %polled.i, label %asked.i, !prof !1
# >
# >  asked.i:                                          ; preds = %no6.i
# >    %32 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %33 = icmp eq i32 %32, 0
# >    br i1 %33, label %polled.i, label %fora_function_0.exit, !prof !1
# >
# >  polled.i:                                         ; preds = %asked.i, %no6.i
# >    %exitcond.not.i = icmp eq i64 %22, %8
# >    br i1 %exitcond.not.i, label %no.i, label %on4.i
# >
# >  fora_function_0.exit:                             ; preds = %asked.i, %exit1.i, %no.i, %yes5.i
# >    %common.ret.op.i = phi { i64, i32 } [ %19, %no.i ], [ %29, %yes5.i ], [ %17, %exit1.i ], [ { i64 0, i32 1 }, %asked.i ]
# >    call void @llvm.lifetime.end.p0(i64 8, ptr nonnull %3)
# >    call void @llvm.lifetime.end.p0(i64 48, ptr nonnull %4)
# >    %34 = extractvalue { i64, i32 } %common.ret.op.i, 0
# >    %35 = extractvalue { i64, i32 } %common.ret.op.i, 1
# >    store i64 %34, ptr %2, align 8
# >    ret i32 %35
# >  }
