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
# >    %3 = load i64, ptr %1, align 8
# >    %4 = icmp sgt i64 %3, 2
# >    %5 = add i64 %3, -2
# >    %6 = select i1 %4, i64 %5, i64 0
# >    %7 = icmp slt i64 %6, 0
# >    br i1 %7, label %left.i, label %on.i.preheader, !prof !0
# >
# >  on.i.preheader:                                   ; preds = %entry
# >    %exitcond.not9 = icmp eq i64 %6, 0
# >    br i1 %exitcond.not9, label %fora_function_0.exit, label %on4.i
# >
# >  on4.i:                                            ; preds = %on.i.preheader, %polled.i.7
# >    %8 = phi i64 [ %58, %polled.i.7 ], [ 0, %on.i.preheader ]
# >    %9 = or disjoint i64 %8, 2
# >    %10 = srem i64 %3, %9
# >    %11 = icmp slt i64 %10, 0
# >    %12 = select i1 %11, i64 %9, i64 0
# >    %13 = sub nsw i64 0, %12
# >    %14 = icmp eq i64 %10, %13
# >    br i1 %14, label %fora_function_0.exit, label %polled.i
# >
# >  stopped.i:                                        ; preds = %asked.i.7
# >    tail call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48))
# >    br label %fora_function_0.exit
# >
# >  polled.i:                                         ; preds = %on4.i
# >    %15 = or disjoint i64 %8, 1
# >    %exitcond.not = icmp eq i64 %15, %6
# >    br i1 %exitcond.not, label %fora_function_0.exit, label %on4.i.1, !llvm.loop !1
# >
# >  on4.i.1:                                          ; preds = %polled.i
# >    %16 = or disjoint i64 %8, 3
# >    %17 = srem i64 %3, %16
# >    %18 = icmp slt i64 %17, 0
# >    %19 = select i1 %18, i64 %16, i64 0
# >    %20 = sub nsw i64 0, %19
# >    %21 = icmp eq i64 %17, %20
# >    br i1 %21, label %fora_function_0.exit, label %polled.i.1
# >
# >  polled.i.1:                                       ; preds = %on4.i.1
# >    %22 = or disjoint i64 %8, 2
# >    %exitcond.not.1 = icmp eq i64 %22, %6
# >    br i1 %exitcond.not.1, label %fora_function_0.exit, label %on4.i.2, !llvm.loop !1
# >
# >  on4.i.2:                                          ; preds = %polled.i.1
# >    %23 = or disjoint i64 %8, 4
# >    %24 = srem i64 %3, %23
# >    %25 = icmp slt i64 %24, 0
# >    %26 = select i1 %25, i64 %23, i64 0
# >    %27 = sub nsw i64 0, %26
# >    %28 = icmp eq i64 %24, %27
# >    br i1 %28, label %fora_function_0.exit, label %polled.i.2
# >
# >  polled.i.2:                                       ; preds = %on4.i.2
# >    %29 = or disjoint i64 %8, 3
# >    %exitcond.not.2 = icmp eq i64 %29, %6
# >    br i1 %exitcond.not.2, label %fora_function_0.exit, label %on4.i.3, !llvm.loop !1
# >
# >  on4.i.3:                                          ; preds = %polled.i.2
# >    %30 = or disjoint i64 %8, 5
# >    %31 = srem i64 %3, %30
# >    %32 = icmp slt i64 %31, 0
# >    %33 = select i1 %32, i64 %30, i64 0
# >    %34 = sub nsw i64 0, %33
# >    %35 = icmp eq i64 %31, %34
# >    br i1 %35, label %fora_function_0.exit, label %polled.i.3
# >
# >  polled.i.3:                                       ; preds = %on4.i.3
# >    %36 = or disjoint i64 %8, 4
# >    %exitcond.not.3 = icmp eq i64 %36, %6
# >    br i1 %exitcond.not.3, label %fora_function_0.exit, label %on4.i.4, !llvm.loop !1
# >
# >  on4.i.4:                                          ; preds = %polled.i.3
# >    %37 = or disjoint i64 %8, 6
# >    %38 = srem i64 %3, %37
# >    %39 = icmp slt i64 %38, 0
# >    %40 = select i1 %39, i64 %37, i64 0
# >    %41 = sub nsw i64 0, %40
# >    %42 = icmp eq i64 %38, %41
# >    br i1 %42, label %fora_function_0.exit, label %polled.i.4
# >
# >  polled.i.4:                                       ; preds = %on4.i.4
# >    %43 = or disjoint i64 %8, 5
# >    %exitcond.not.4 = icmp eq i64 %43, %6
# >    br i1 %exitcond.not.4, label %fora_function_0.exit, label %on4.i.5, !llvm.loop !1
# >
# >  on4.i.5:                                          ; preds = %polled.i.4
# >    %44 = or disjoint i64 %8, 7
# >    %45 = srem i64 %3, %44
# >    %46 = icmp slt i64 %45, 0
# >    %47 = select i1 %46, i64 %44, i64 0
# >    %48 = sub nsw i64 0, %47
# >    %49 = icmp eq i64 %45, %48
# >    br i1 %49, label %fora_function_0.exit, label %polled.i.5
# >
# >  polled.i.5:                                       ; preds = %on4.i.5
# >    %50 = or disjoint i64 %8, 6
# >    %exitcond.not.5 = icmp eq i64 %50, %6
# >    br i1 %exitcond.not.5, label %fora_function_0.exit, label %on4.i.6, !llvm.loop !1
# >
# >  on4.i.6:                                          ; preds = %polled.i.5
# >    %51 = add nuw nsw i64 %8, 8
# >    %52 = srem i64 %3, %51
# >    %53 = icmp slt i64 %52, 0
# >    %54 = select i1 %53, i64 %51, i64 0
# >    %55 = sub nsw i64 0, %54
# >    %56 = icmp eq i64 %52, %55
# >    br i1 %56, label %fora_function_0.exit, label %polled.i.6
# >
# >  polled.i.6:                                       ; preds = %on4.i.6
# >    %57 = or disjoint i64 %8, 7
# >    %exitcond.not.6 = icmp eq i64 %57, %6
# >    br i1 %exitcond.not.6, label %fora_function_0.exit, label %on4.i.7, !llvm.loop !1
# >
# >  on4.i.7:                                          ; preds = %polled.i.6
# >    %58 = add nuw nsw i64 %8, 8
# >    %59 = add nuw nsw i64 %8, 9
# >    %60 = srem i64 %3, %59
# >    %61 = icmp slt i64 %60, 0
# >    %62 = select i1 %61, i64 %59, i64 0
# >    %63 = sub nsw i64 0, %62
# >    %64 = icmp eq i64 %60, %63
# >    br i1 %64, label %fora_function_0.exit, label %no6.i.7
# >
# >  no6.i.7:                                          ; preds = %on4.i.7
# >    %65 = load atomic i32, ptr %0 monotonic, align 4
# >    %66 = icmp eq i32 %65, 0
# >    br i1 %66, label %polled.i.7, label %asked.i.7, !prof !3
# >
# >  asked.i.7:                                        ; preds = %no6.i.7
# >    %67 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %68 = icmp eq i32 %67, 0
# >    br i1 %68, label %polled.i.7, label %stopped.i, !prof !3
# >
# >  polled.i.7:                                       ; preds = %asked.i.7, %no6.i.7
# >    %exitcond.not.7 = icmp eq i64 %58, %6
# >    br i1 %exitcond.not.7, label %fora_function_0.exit, label %on4.i, !llvm.loop !4
# >
# >  left.i:                                           ; preds = %entry
# >    %69 = tail call i32 (ptr, ptr, i32, ...) @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32), i32 0, i64 %3, i64 2, i64 %3, i64 1, i64 0)
# >    %.phi.trans.insert = getelementptr inbounds i8, ptr %0, i64 72
# >    %.pre = load i64, ptr %.phi.trans.insert, align 8
# >    br label %fora_function_0.exit
# >
# >  fora_function_0.exit:                             ; preds = %on4.i, %polled.i, %on4.i.1, %polled.i.1, %on4.i.2, %polled.i.2, %on4.i.3, %polled.i.3, %on4.i.4, %polled.i.4, %on4.i.5, %polled.i.5, %on4.i.6, %polled.i.6, %on4.i.7, %polled.i.7, %on.i.preheader, %stopped.i, %left.i
# >    %70 = phi i64 [ 0, %stopped.i ], [ %.pre, %left.i ], [ %3, %on.i.preheader ], [ %9, %on4.i ], [ %3, %polled.i ], [ %16, %on4.i.1 ], [ %3, %polled.i.1 ], [ %23, %on4.i.2 ], [ %3, %polled.i.2 ], [ %30, %on4.i.3 ], [ %3, %polled.i.3 ], [ %37, %on4.i.4 ], [ %3, %polled.i.4 ], [ %44, %on4.i.5 ], [ %3, %polled.i.5 ], [ %51, %on4.i.6 ], [ %3, %polled.i.6 ], [ %59, %on4.i.7 ], [ %3, %polled.i.7 ]
# >    %71 = phi i32 [ 1, %stopped.i ], [ %69, %left.i ], [ 0, %on.i.preheader ], [ 0, %on4.i ], [ 0, %polled.i ], [ 0, %on4.i.1 ], [ 0, %polled.i.1 ], [ 0, %on4.i.2 ], [ 0, %polled.i.2 ], [ 0, %on4.i.3 ], [ 0, %polled.i.3 ], [ 0, %on4.i.4 ], [ 0, %polled.i.4 ], [ 0, %on4.i.5 ], [ 0, %polled.i.5 ], [ 0, %on4.i.6 ], [ 0, %polled.i.6 ], [ 0, %on4.i.7 ], [ 0, %polled.i.7 ]
# >    store i64 %70, ptr %2, align 8
# >    ret i32 %71
# >  }
