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
# >  on4.i:                                            ; preds = %on.i.preheader, %polled.i.7
# >    %16 = phi i64 [ %66, %polled.i.7 ], [ 0, %on.i.preheader ]
# >    %17 = or disjoint i64 %16, 2
# >    %18 = srem i64 %5, %17
# >    %19 = icmp slt i64 %18, 0
# >    %20 = select i1 %19, i64 %17, i64 0
# >    %21 = sub nsw i64 0, %20
# >    %22 = icmp eq i64 %18, %21
# >    br i1 %22, label %fora_function_0.exit, label %polled.i
# >
# >  stopped.i:                                        ; preds = %asked.i.7
# >    tail call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48))
# >    br label %fora_function_0.exit
# >
# >  polled.i:                                         ; preds = %on4.i
# >    %23 = or disjoint i64 %16, 1
# >    %exitcond.not = icmp eq i64 %23, %8
# >    br i1 %exitcond.not, label %fora_function_0.exit, label %on4.i.1, !llvm.loop !1
# >
# >  on4.i.1:                                          ; preds = %polled.i
# >    %24 = or disjoint i64 %16, 3
# >    %25 = srem i64 %5, %24
# >    %26 = icmp slt i64 %25, 0
# >    %27 = select i1 %26, i64 %24, i64 0
# >    %28 = sub nsw i64 0, %27
# >    %29 = icmp eq i64 %25, %28
# >    br i1 %29, label %fora_function_0.exit, label %polled.i.1
# >
# >  polled.i.1:                                       ; preds = %on4.i.1
# >    %30 = or disjoint i64 %16, 2
# >    %exitcond.not.1 = icmp eq i64 %30, %8
# >    br i1 %exitcond.not.1, label %fora_function_0.exit, label %on4.i.2, !llvm.loop !1
# >
# >  on4.i.2:                                          ; preds = %polled.i.1
# >    %31 = or disjoint i64 %16, 4
# >    %32 = srem i64 %5, %31
# >    %33 = icmp slt i64 %32, 0
# >    %34 = select i1 %33, i64 %31, i64 0
# >    %35 = sub nsw i64 0, %34
# >    %36 = icmp eq i64 %32, %35
# >    br i1 %36, label %fora_function_0.exit, label %polled.i.2
# >
# >  polled.i.2:                                       ; preds = %on4.i.2
# >    %37 = or disjoint i64 %16, 3
# >    %exitcond.not.2 = icmp eq i64 %37, %8
# >    br i1 %exitcond.not.2, label %fora_function_0.exit, label %on4.i.3, !llvm.loop !1
# >
# >  on4.i.3:                                          ; preds = %polled.i.2
# >    %38 = or disjoint i64 %16, 5
# >    %39 = srem i64 %5, %38
# >    %40 = icmp slt i64 %39, 0
# >    %41 = select i1 %40, i64 %38, i64 0
# >    %42 = sub nsw i64 0, %41
# >    %43 = icmp eq i64 %39, %42
# >    br i1 %43, label %fora_function_0.exit, label %polled.i.3
# >
# >  polled.i.3:                                       ; preds = %on4.i.3
# >    %44 = or disjoint i64 %16, 4
# >    %exitcond.not.3 = icmp eq i64 %44, %8
# >    br i1 %exitcond.not.3, label %fora_function_0.exit, label %on4.i.4, !llvm.loop !1
# >
# >  on4.i.4:                                          ; preds = %polled.i.3
# >    %45 = or disjoint i64 %16, 6
# >    %46 = srem i64 %5, %45
# >    %47 = icmp slt i64 %46, 0
# >    %48 = select i1 %47, i64 %45, i64 0
# >    %49 = sub nsw i64 0, %48
# >    %50 = icmp eq i64 %46, %49
# >    br i1 %50, label %fora_function_0.exit, label %polled.i.4
# >
# >  polled.i.4:                                       ; preds = %on4.i.4
# >    %51 = or disjoint i64 %16, 5
# >    %exitcond.not.4 = icmp eq i64 %51, %8
# >    br i1 %exitcond.not.4, label %fora_function_0.exit, label %on4.i.5, !llvm.loop !1
# >
# >  on4.i.5:                                          ; preds = %polled.i.4
# >    %52 = or disjoint i64 %16, 7
# >    %53 = srem i64 %5, %52
# >    %54 = icmp slt i64 %53, 0
# >    %55 = select i1 %54, i64 %52, i64 0
# >    %56 = sub nsw i64 0, %55
# >    %57 = icmp eq i64 %53, %56
# >    br i1 %57, label %fora_function_0.exit, label %polled.i.5
# >
# >  polled.i.5:                                       ; preds = %on4.i.5
# >    %58 = or disjoint i64 %16, 6
# >    %exitcond.not.5 = icmp eq i64 %58, %8
# >    br i1 %exitcond.not.5, label %fora_function_0.exit, label %on4.i.6, !llvm.loop !1
# >
# >  on4.i.6:                                          ; preds = %polled.i.5
# >    %59 = add nuw nsw i64 %16, 8
# >    %60 = srem i64 %5, %59
# >    %61 = icmp slt i64 %60, 0
# >    %62 = select i1 %61, i64 %59, i64 0
# >    %63 = sub nsw i64 0, %62
# >    %64 = icmp eq i64 %60, %63
# >    br i1 %64, label %fora_function_0.exit, label %polled.i.6
# >
# >  polled.i.6:                                       ; preds = %on4.i.6
# >    %65 = or disjoint i64 %16, 7
# >    %exitcond.not.6 = icmp eq i64 %65, %8
# >    br i1 %exitcond.not.6, label %fora_function_0.exit, label %on4.i.7, !llvm.loop !1
# >
# >  on4.i.7:                                          ; preds = %polled.i.6
# >    %66 = add nuw nsw i64 %16, 8
# >    %67 = add nuw nsw i64 %16, 9
# >    %68 = srem i64 %5, %67
# >    %69 = icmp slt i64 %68, 0
# >    %70 = select i1 %69, i64 %67, i64 0
# >    %71 = sub nsw i64 0, %70
# >    %72 = icmp eq i64 %68, %71
# >    br i1 %72, label %fora_function_0.exit, label %no6.i.7
# >
# >  no6.i.7:                                          ; preds = %on4.i.7
# >    %73 = load atomic i32, ptr %0 monotonic, align 4
# >    %74 = icmp eq i32 %73, 0
# >    br i1 %74, label %polled.i.7, label %asked.i.7, !prof !3
# >
# >  asked.i.7:                                        ; preds = %no6.i.7
# >    %75 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %76 = icmp eq i32 %75, 0
# >    br i1 %76, label %polled.i.7, label %stopped.i, !prof !3
# >
# >  polled.i.7:                                       ; preds = %asked.i.7, %no6.i.7
# >    %exitcond.not.7 = icmp eq i64 %66, %8
# >    br i1 %exitcond.not.7, label %fora_function_0.exit, label %on4.i, !llvm.loop !4
# >
# >  fora_function_0.exit:                             ; preds = %on4.i, %polled.i, %on4.i.1, %polled.i.1, %on4.i.2, %polled.i.2, %on4.i.3, %polled.i.3, %on4.i.4, %polled.i.4, %on4.i.5, %polled.i.5, %on4.i.6, %polled.i.6, %on4.i.7, %polled.i.7, %on.i.preheader, %exit1.i, %stopped.i
# >    %77 = phi i64 [ 0, %stopped.i ], [ %15, %exit1.i ], [ %5, %on.i.preheader ], [ %17, %on4.i ], [ %5, %polled.i ], [ %24, %on4.i.1 ], [ %5, %polled.i.1 ], [ %31, %on4.i.2 ], [ %5, %polled.i.2 ], [ %38, %on4.i.3 ], [ %5, %polled.i.3 ], [ %45, %on4.i.4 ], [ %5, %polled.i.4 ], [ %52, %on4.i.5 ], [ %5, %polled.i.5 ], [ %59, %on4.i.6 ], [ %5, %polled.i.6 ], [ %67, %on4.i.7 ], [ %5, %polled.i.7 ]
# >    %78 = phi i32 [ 1, %stopped.i ], [ %14, %exit1.i ], [ 0, %on.i.preheader ], [ 0, %on4.i ], [ 0, %polled.i ], [ 0, %on4.i.1 ], [ 0, %polled.i.1 ], [ 0, %on4.i.2 ], [ 0, %polled.i.2 ], [ 0, %on4.i.3 ], [ 0, %polled.i.3 ], [ 0, %on4.i.4 ], [ 0, %polled.i.4 ], [ 0, %on4.i.5 ], [ 0, %polled.i.5 ], [ 0, %on4.i.6 ], [ 0, %polled.i.6 ], [ 0, %on4.i.7 ], [ 0, %polled.i.7 ]
# >    store i64 %77, ptr %2, align 8
# >    ret i32 %78
# >  }
