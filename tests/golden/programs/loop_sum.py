# A loop over a range: the iterator is two ints, the sum is checked, the counter is not.
def total(n):
    s = 0
    for i in range(n):
        s += i * i
    return s


def main():
    return total(100), total(0)
# > fora dump --phase=lower --function total
# >  function 1 "total" parameters (pos "n") {
# >  b0(%0 "n"):
# >    %1 "s" = const
# >    %2 = global {index=2}
# >    %3 = call %2, %0 {call=[.]}
# >    %4 = iter %3
# >    jump b1(%4, %1)
# >  b1(%5, %6 "s"):
# >    next %5 b2() b3()
# >  b2(%7 "i", %8):
# >    %9 = binary %7, %7 {binary="*"}
# >    %10 "s" = inplace %6, %9 {binary="+"}
# >    jump b1(%8, %10)
# >  b3():
# >    return %6
# >  }
# > fora dump --phase=infer --function total --types Int
# >  typed 0 "total" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%1, %1=%2, %2=%3]
# >    frame 2 b1:0 [%5=%9, %6=%10]
# >    frame 3 b2:0 [%6=%20, %7=%21, %8=%22]
# >    frame 4 b2:1 [%6=%20, %8=%22, %9=%23]
# >  b0(%0 "n": Int):
# >    jump b1(%0)
# >  b1(%1 "n": Int):
# >    %2 "s": Int = const {flag}
# >    %3: Class range = undefined
# >    %4: Int = const {flag}
# >    %5: Int = const {index=1, flag}
# >    %6: Range = make_range %4, %1, %5 {fs=1}
# >    %7: Int = const {flag}
# >    %8: Sequence<Range, Int> = make_tuple %6, %7
# >    jump b2(%8, %2)
# >  b2(%9: Sequence<Range, Int>, %10 "s": Int):
# >    %11: Range = extract %9
# >    %12: Int = extract %9 {index=1}
# >    %13: Int = source.len %11 {fs=2}
# >    %14: Bool = int.compare %12, %13 {compare="<"}
# >    branch %14 b3() b4()
# >  b3():
# >    %15: Int = source.item %11, %12 {fs=2}
# >    %16: Int = const {index=1, flag}
# >    %17: Int = int.add %12, %16 {flag, fs=2}
# >    %18: Sequence<Range, Int> = make_tuple %11, %17
# >    jump b5(%10, %15, %18)
# >  b4():
# >    jump b6(%10)
# >  b5(%20 "s": Int, %21 "i": Int, %22: Sequence<Range, Int>):
# >    %23: Int = int.mul %21, %21 {fs=3}
# >    %24 "s": Int = int.add %20, %23 {fs=4}
# >    jump b2(%22, %24)
# >  b6(%19 "s": Int):
# >    return %19
# >  }
# > fora dump --phase=simplify --function total --types Int
# >  typed 0 "total" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:2 [%0=%0, %1=%2, %2=%3]
# >    frame 2 b1:0 [%5=%9, %6=%10]
# >    frame 3 b2:0 [%6=%10, %7=%15, %8=%18]
# >    frame 4 b2:1 [%6=%10, %8=%18, %9=%23]
# >  b0(%0 "n": Int):
# >    %2 "s": Int = const {flag}
# >    %3: Class range = undefined
# >    %4: Int = const {flag}
# >    %5: Int = const {index=1, flag}
# >    %6: Range = make_range %4, %0, %5 {fs=1}
# >    %7: Int = const {flag}
# >    %8: Sequence<Range, Int> = make_tuple %6, %7
# >    jump b1(%8, %2)
# >  b1(%9: Sequence<Range, Int>, %10 "s": Int):
# >    %11: Range = extract %9
# >    %12: Int = extract %9 {index=1}
# >    %13: Int = source.len %11 {fs=2}
# >    %14: Bool = int.compare %12, %13 {compare="<"}
# >    branch %14 b2() b3()
# >  b2():
# >    %15: Int = source.item %11, %12 {fs=2}
# >    %16: Int = const {index=1, flag}
# >    %17: Int = int.add %12, %16 {flag}
# >    %18: Sequence<Range, Int> = make_tuple %11, %17
# >    %23: Int = int.mul %15, %15 {fs=3}
# >    %24 "s": Int = int.add %10, %23 {fs=4}
# >    jump b1(%18, %24)
# >  b3():
# >    return %10
# >  }
# > fora dump --phase=llvm --cpu=generic --function total --types Int
# >  define i32 @fora_entry_0(ptr %0, ptr nocapture readonly %1, ptr nocapture writeonly %2) local_unnamed_addr {
# >  entry:
# >    %3 = alloca [1 x i64], align 8
# >    %4 = alloca [6 x i64], align 8
# >    %5 = load i64, ptr %1, align 8
# >    %6 = icmp sgt i64 %5, 0
# >    br i1 %6, label %yes.i, label %fora_function_0.exit
# >
# >  yes.i:                                            ; preds = %entry, %polled.i.7
# >    %7 = phi i64 [ %78, %polled.i.7 ], [ 0, %entry ]
# >    %8 = phi i64 [ %72, %polled.i.7 ], [ 0, %entry ]
# >    %9 = or disjoint i64 %8, 1
# >    %10 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %8, i64 %8)
# >    %11 = extractvalue { i64, i1 } %10, 1
# >    br i1 %11, label %exit2.i, label %on3.i, !prof !0
# >
# >  exit2.i:                                          ; preds = %yes.i.7, %yes.i.6, %yes.i.5, %yes.i.4, %yes.i.3, %yes.i.2, %yes.i.1, %yes.i
# >    %.lcssa100 = phi i64 [ %7, %yes.i ], [ %29, %yes.i.1 ], [ %36, %yes.i.2 ], [ %43, %yes.i.3 ], [ %50, %yes.i.4 ], [ %57, %yes.i.5 ], [ %64, %yes.i.6 ], [ %71, %yes.i.7 ]
# >    %.lcssa96 = phi i64 [ %8, %yes.i ], [ %9, %yes.i.1 ], [ %30, %yes.i.2 ], [ %37, %yes.i.3 ], [ %44, %yes.i.4 ], [ %51, %yes.i.5 ], [ %58, %yes.i.6 ], [ %65, %yes.i.7 ]
# >    %.lcssa = phi i64 [ %9, %yes.i ], [ %30, %yes.i.1 ], [ %37, %yes.i.2 ], [ %44, %yes.i.3 ], [ %51, %yes.i.4 ], [ %58, %yes.i.5 ], [ %65, %yes.i.6 ], [ %72, %yes.i.7 ]
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store i64 %.lcssa100, ptr %4, align 8
# >    %12 = getelementptr inbounds i8, ptr %4, i64 8
# >    store i64 %.lcssa96, ptr %12, align 8
# >    %13 = getelementptr inbounds i8, ptr %4, i64 16
# >    store i64 0, ptr %13, align 8
# >    %14 = getelementptr inbounds i8, ptr %4, i64 24
# >    store i64 %5, ptr %14, align 8
# >    %15 = getelementptr inbounds i8, ptr %4, i64 32
# >    store i64 1, ptr %15, align 8
# >    %16 = getelementptr inbounds i8, ptr %4, i64 40
# >    store i64 %.lcssa, ptr %16, align 8
# >    %17 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    %18 = load i64, ptr %3, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    br label %fora_function_0.exit
# >
# >  on3.i:                                            ; preds = %yes.i
# >    %19 = extractvalue { i64, i1 } %10, 0
# >    %20 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %7, i64 %19)
# >    %21 = extractvalue { i64, i1 } %20, 1
# >    br i1 %21, label %exit4.i, label %on5.i, !prof !0
# >
# >  exit4.i:                                          ; preds = %on3.i.7, %on3.i.6, %on3.i.5, %on3.i.4, %on3.i.3, %on3.i.2, %on3.i.1, %on3.i
# >    %.lcssa104 = phi i64 [ %19, %on3.i ], [ %33, %on3.i.1 ], [ %40, %on3.i.2 ], [ %47, %on3.i.3 ], [ %54, %on3.i.4 ], [ %61, %on3.i.5 ], [ %68, %on3.i.6 ], [ %75, %on3.i.7 ]
# >    %.lcssa101 = phi i64 [ %7, %on3.i ], [ %29, %on3.i.1 ], [ %36, %on3.i.2 ], [ %43, %on3.i.3 ], [ %50, %on3.i.4 ], [ %57, %on3.i.5 ], [ %64, %on3.i.6 ], [ %71, %on3.i.7 ]
# >    %.lcssa93 = phi i64 [ %9, %on3.i ], [ %30, %on3.i.1 ], [ %37, %on3.i.2 ], [ %44, %on3.i.3 ], [ %51, %on3.i.4 ], [ %58, %on3.i.5 ], [ %65, %on3.i.6 ], [ %72, %on3.i.7 ]
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store i64 %.lcssa101, ptr %4, align 8
# >    %22 = getelementptr inbounds i8, ptr %4, i64 8
# >    store i64 0, ptr %22, align 8
# >    %23 = getelementptr inbounds i8, ptr %4, i64 16
# >    store i64 %5, ptr %23, align 8
# >    %24 = getelementptr inbounds i8, ptr %4, i64 24
# >    store i64 1, ptr %24, align 8
# >    %25 = getelementptr inbounds i8, ptr %4, i64 32
# >    store i64 %.lcssa93, ptr %25, align 8
# >    %26 = getelementptr inbounds i8, ptr %4, i64 40
# >    store i64 %.lcssa104, ptr %26, align 8
# >    %27 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    %28 = load i64, ptr %3, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    br label %fora_function_0.exit
# >
# >  on5.i:                                            ; preds = %on3.i
# >    %29 = extractvalue { i64, i1 } %20, 0
# >    %exitcond.not = icmp eq i64 %9, %5
# >    br i1 %exitcond.not, label %fora_function_0.exit, label %yes.i.1, !llvm.loop !1
# >
# >  stopped.i:                                        ; preds = %asked.i.7
# >    tail call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64))
# >    br label %fora_function_0.exit
# >
# >  yes.i.1:                                          ; preds = %on5.i
# >    %30 = or disjoint i64 %8, 2
# >    %31 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %9, i64 %9)
# >    %32 = extractvalue { i64, i1 } %31, 1
# >    br i1 %32, label %exit2.i, label %on3.i.1, !prof !0
# >
# >  on3.i.1:                                          ; preds = %yes.i.1
# >    %33 = extractvalue { i64, i1 } %31, 0
# >    %34 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %29, i64 %33)
# >    %35 = extractvalue { i64, i1 } %34, 1
# >    br i1 %35, label %exit4.i, label %on5.i.1, !prof !0
# >
# >  on5.i.1:                                          ; preds = %on3.i.1
# >    %36 = extractvalue { i64, i1 } %34, 0
# >    %exitcond.not.1 = icmp eq i64 %30, %5
# >    br i1 %exitcond.not.1, label %fora_function_0.exit, label %yes.i.2, !llvm.loop !1
# >
# >  yes.i.2:                                          ; preds = %on5.i.1
# >    %37 = or disjoint i64 %8, 3
# >    %38 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %30, i64 %30)
# >    %39 = extractvalue { i64, i1 } %38, 1
# >    br i1 %39, label %exit2.i, label %on3.i.2, !prof !0
# >
# >  on3.i.2:                                          ; preds = %yes.i.2
# >    %40 = extractvalue { i64, i1 } %38, 0
# >    %41 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %36, i64 %40)
# >    %42 = extractvalue { i64, i1 } %41, 1
# >    br i1 %42, label %exit4.i, label %on5.i.2, !prof !0
# >
# >  on5.i.2:                                          ; preds = %on3.i.2
# >    %43 = extractvalue { i64, i1 } %41, 0
# >    %exitcond.not.2 = icmp eq i64 %37, %5
# >    br i1 %exitcond.not.2, label %fora_function_0.exit, label %yes.i.3, !llvm.loop !1
# >
# >  yes.i.3:                                          ; preds = %on5.i.2
# >    %44 = or disjoint i64 %8, 4
# >    %45 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %37, i64 %37)
# >    %46 = extractvalue { i64, i1 } %45, 1
# >    br i1 %46, label %exit2.i, label %on3.i.3, !prof !0
# >
# >  on3.i.3:                                          ; preds = %yes.i.3
# >    %47 = extractvalue { i64, i1 } %45, 0
# >    %48 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %43, i64 %47)
# >    %49 = extractvalue { i64, i1 } %48, 1
# >    br i1 %49, label %exit4.i, label %on5.i.3, !prof !0
# >
# >  on5.i.3:                                          ; preds = %on3.i.3
# >    %50 = extractvalue { i64, i1 } %48, 0
# >    %exitcond.not.3 = icmp eq i64 %44, %5
# >    br i1 %exitcond.not.3, label %fora_function_0.exit, label %yes.i.4, !llvm.loop !1
# >
# >  yes.i.4:                                          ; preds = %on5.i.3
# >    %51 = or disjoint i64 %8, 5
# >    %52 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %44, i64 %44)
# >    %53 = extractvalue { i64, i1 } %52, 1
# >    br i1 %53, label %exit2.i, label %on3.i.4, !prof !0
# >
# >  on3.i.4:                                          ; preds = %yes.i.4
# >    %54 = extractvalue { i64, i1 } %52, 0
# >    %55 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %50, i64 %54)
# >    %56 = extractvalue { i64, i1 } %55, 1
# >    br i1 %56, label %exit4.i, label %on5.i.4, !prof !0
# >
# >  on5.i.4:                                          ; preds = %on3.i.4
# >    %57 = extractvalue { i64, i1 } %55, 0
# >    %exitcond.not.4 = icmp eq i64 %51, %5
# >    br i1 %exitcond.not.4, label %fora_function_0.exit, label %yes.i.5, !llvm.loop !1
# >
# >  yes.i.5:                                          ; preds = %on5.i.4
# >    %58 = or disjoint i64 %8, 6
# >    %59 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %51, i64 %51)
# >    %60 = extractvalue { i64, i1 } %59, 1
# >    br i1 %60, label %exit2.i, label %on3.i.5, !prof !0
# >
# >  on3.i.5:                                          ; preds = %yes.i.5
# >    %61 = extractvalue { i64, i1 } %59, 0
# >    %62 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %57, i64 %61)
# >    %63 = extractvalue { i64, i1 } %62, 1
# >    br i1 %63, label %exit4.i, label %on5.i.5, !prof !0
# >
# >  on5.i.5:                                          ; preds = %on3.i.5
# >    %64 = extractvalue { i64, i1 } %62, 0
# >    %exitcond.not.5 = icmp eq i64 %58, %5
# >    br i1 %exitcond.not.5, label %fora_function_0.exit, label %yes.i.6, !llvm.loop !1
# >
# >  yes.i.6:                                          ; preds = %on5.i.5
# >    %65 = or disjoint i64 %8, 7
# >    %66 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %58, i64 %58)
# >    %67 = extractvalue { i64, i1 } %66, 1
# >    br i1 %67, label %exit2.i, label %on3.i.6, !prof !0
# >
# >  on3.i.6:                                          ; preds = %yes.i.6
# >    %68 = extractvalue { i64, i1 } %66, 0
# >    %69 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %64, i64 %68)
# >    %70 = extractvalue { i64, i1 } %69, 1
# >    br i1 %70, label %exit4.i, label %on5.i.6, !prof !0
# >
# >  on5.i.6:                                          ; preds = %on3.i.6
# >    %71 = extractvalue { i64, i1 } %69, 0
# >    %exitcond.not.6 = icmp eq i64 %65, %5
# >    br i1 %exitcond.not.6, label %fora_function_0.exit, label %yes.i.7, !llvm.loop !1
# >
# >  yes.i.7:                                          ; preds = %on5.i.6
# >    %72 = add nuw nsw i64 %8, 8
# >    %73 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %65, i64 %65)
# >    %74 = extractvalue { i64, i1 } %73, 1
# >    br i1 %74, label %exit2.i, label %on3.i.7, !prof !0
# >
# >  on3.i.7:                                          ; preds = %yes.i.7
# >    %75 = extractvalue { i64, i1 } %73, 0
# >    %76 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %71, i64 %75)
# >    %77 = extractvalue { i64, i1 } %76, 1
# >    br i1 %77, label %exit4.i, label %on5.i.7, !prof !0
# >
# >  on5.i.7:                                          ; preds = %on3.i.7
# >    %78 = extractvalue { i64, i1 } %76, 0
# >    %79 = load atomic i32, ptr %0 monotonic, align 4
# >    %80 = icmp eq i32 %79, 0
# >    br i1 %80, label %polled.i.7, label %asked.i.7, !prof !3
# >
# >  asked.i.7:                                        ; preds = %on5.i.7
# >    %81 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %82 = icmp eq i32 %81, 0
# >    br i1 %82, label %polled.i.7, label %stopped.i, !prof !3
# >
# >  polled.i.7:                                       ; preds = %asked.i.7, %on5.i.7
# >    %exitcond.not.7 = icmp eq i64 %72, %5
# >    br i1 %exitcond.not.7, label %fora_function_0.exit, label %yes.i, !llvm.loop !4
# >
# >  fora_function_0.exit:                             ; preds = %on5.i, %on5.i.1, %on5.i.2, %on5.i.3, %on5.i.4, %on5.i.5, %on5.i.6, %polled.i.7, %entry, %exit2.i, %exit4.i, %stopped.i
# >    %83 = phi i64 [ 0, %stopped.i ], [ %18, %exit2.i ], [ %28, %exit4.i ], [ 0, %entry ], [ %29, %on5.i ], [ %36, %on5.i.1 ], [ %43, %on5.i.2 ], [ %50, %on5.i.3 ], [ %57, %on5.i.4 ], [ %64, %on5.i.5 ], [ %71, %on5.i.6 ], [ %78, %polled.i.7 ]
# >    %84 = phi i32 [ 1, %stopped.i ], [ %17, %exit2.i ], [ %27, %exit4.i ], [ 0, %entry ], [ 0, %on5.i ], [ 0, %on5.i.1 ], [ 0, %on5.i.2 ], [ 0, %on5.i.3 ], [ 0, %on5.i.4 ], [ 0, %on5.i.5 ], [ 0, %on5.i.6 ], [ 0, %polled.i.7 ]
# >    store i64 %83, ptr %2, align 8
# >    ret i32 %84
# >  }
