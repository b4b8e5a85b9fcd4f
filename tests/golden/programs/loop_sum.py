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
# >    %3 = load i64, ptr %1, align 8
# >    %4 = icmp sgt i64 %3, 0
# >    br i1 %4, label %yes.i, label %fora_function_0.exit
# >
# >  yes.i:                                            ; preds = %entry, %polled.i.7
# >    %5 = phi i64 [ %64, %polled.i.7 ], [ 0, %entry ]
# >    %6 = phi i64 [ %58, %polled.i.7 ], [ 0, %entry ]
# >    %7 = or disjoint i64 %6, 1
# >    %8 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %6, i64 %6)
# >    %9 = extractvalue { i64, i1 } %8, 1
# >    br i1 %9, label %exit2.i, label %on3.i, !prof !0
# >
# >  exit2.i:                                          ; preds = %yes.i.7, %yes.i.6, %yes.i.5, %yes.i.4, %yes.i.3, %yes.i.2, %yes.i.1, %yes.i
# >    %.lcssa100 = phi i64 [ %5, %yes.i ], [ %15, %yes.i.1 ], [ %22, %yes.i.2 ], [ %29, %yes.i.3 ], [ %36, %yes.i.4 ], [ %43, %yes.i.5 ], [ %50, %yes.i.6 ], [ %57, %yes.i.7 ]
# >    %.lcssa96 = phi i64 [ %6, %yes.i ], [ %7, %yes.i.1 ], [ %16, %yes.i.2 ], [ %23, %yes.i.3 ], [ %30, %yes.i.4 ], [ %37, %yes.i.5 ], [ %44, %yes.i.6 ], [ %51, %yes.i.7 ]
# >    %.lcssa = phi i64 [ %7, %yes.i ], [ %16, %yes.i.1 ], [ %23, %yes.i.2 ], [ %30, %yes.i.3 ], [ %37, %yes.i.4 ], [ %44, %yes.i.5 ], [ %51, %yes.i.6 ], [ %58, %yes.i.7 ]
# >    %10 = tail call i32 (ptr, ptr, i32, ...) @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48), i32 0, i64 %.lcssa100, i64 %.lcssa96, i64 0, i64 %3, i64 1, i64 %.lcssa)
# >    br label %left.i
# >
# >  on3.i:                                            ; preds = %yes.i
# >    %11 = extractvalue { i64, i1 } %8, 0
# >    %12 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %5, i64 %11)
# >    %13 = extractvalue { i64, i1 } %12, 1
# >    br i1 %13, label %exit4.i, label %on5.i, !prof !0
# >
# >  exit4.i:                                          ; preds = %on3.i.7, %on3.i.6, %on3.i.5, %on3.i.4, %on3.i.3, %on3.i.2, %on3.i.1, %on3.i
# >    %.lcssa104 = phi i64 [ %11, %on3.i ], [ %19, %on3.i.1 ], [ %26, %on3.i.2 ], [ %33, %on3.i.3 ], [ %40, %on3.i.4 ], [ %47, %on3.i.5 ], [ %54, %on3.i.6 ], [ %61, %on3.i.7 ]
# >    %.lcssa101 = phi i64 [ %5, %on3.i ], [ %15, %on3.i.1 ], [ %22, %on3.i.2 ], [ %29, %on3.i.3 ], [ %36, %on3.i.4 ], [ %43, %on3.i.5 ], [ %50, %on3.i.6 ], [ %57, %on3.i.7 ]
# >    %.lcssa93 = phi i64 [ %7, %on3.i ], [ %16, %on3.i.1 ], [ %23, %on3.i.2 ], [ %30, %on3.i.3 ], [ %37, %on3.i.4 ], [ %44, %on3.i.5 ], [ %51, %on3.i.6 ], [ %58, %on3.i.7 ]
# >    %14 = tail call i32 (ptr, ptr, i32, ...) @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64), i32 0, i64 %.lcssa101, i64 0, i64 %3, i64 1, i64 %.lcssa93, i64 %.lcssa104)
# >    br label %left.i
# >
# >  on5.i:                                            ; preds = %on3.i
# >    %15 = extractvalue { i64, i1 } %12, 0
# >    %exitcond.not = icmp eq i64 %7, %3
# >    br i1 %exitcond.not, label %fora_function_0.exit, label %yes.i.1, !llvm.loop !1
# >
# >  stopped.i:                                        ; preds = %asked.i.7
# >    tail call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64))
# >    br label %fora_function_0.exit
# >
# >  yes.i.1:                                          ; preds = %on5.i
# >    %16 = or disjoint i64 %6, 2
# >    %17 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %7, i64 %7)
# >    %18 = extractvalue { i64, i1 } %17, 1
# >    br i1 %18, label %exit2.i, label %on3.i.1, !prof !0
# >
# >  on3.i.1:                                          ; preds = %yes.i.1
# >    %19 = extractvalue { i64, i1 } %17, 0
# >    %20 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %15, i64 %19)
# >    %21 = extractvalue { i64, i1 } %20, 1
# >    br i1 %21, label %exit4.i, label %on5.i.1, !prof !0
# >
# >  on5.i.1:                                          ; preds = %on3.i.1
# >    %22 = extractvalue { i64, i1 } %20, 0
# >    %exitcond.not.1 = icmp eq i64 %16, %3
# >    br i1 %exitcond.not.1, label %fora_function_0.exit, label %yes.i.2, !llvm.loop !1
# >
# >  yes.i.2:                                          ; preds = %on5.i.1
# >    %23 = or disjoint i64 %6, 3
# >    %24 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %16, i64 %16)
# >    %25 = extractvalue { i64, i1 } %24, 1
# >    br i1 %25, label %exit2.i, label %on3.i.2, !prof !0
# >
# >  on3.i.2:                                          ; preds = %yes.i.2
# >    %26 = extractvalue { i64, i1 } %24, 0
# >    %27 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %22, i64 %26)
# >    %28 = extractvalue { i64, i1 } %27, 1
# >    br i1 %28, label %exit4.i, label %on5.i.2, !prof !0
# >
# >  on5.i.2:                                          ; preds = %on3.i.2
# >    %29 = extractvalue { i64, i1 } %27, 0
# >    %exitcond.not.2 = icmp eq i64 %23, %3
# >    br i1 %exitcond.not.2, label %fora_function_0.exit, label %yes.i.3, !llvm.loop !1
# >
# >  yes.i.3:                                          ; preds = %on5.i.2
# >    %30 = or disjoint i64 %6, 4
# >    %31 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %23, i64 %23)
# >    %32 = extractvalue { i64, i1 } %31, 1
# >    br i1 %32, label %exit2.i, label %on3.i.3, !prof !0
# >
# >  on3.i.3:                                          ; preds = %yes.i.3
# >    %33 = extractvalue { i64, i1 } %31, 0
# >    %34 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %29, i64 %33)
# >    %35 = extractvalue { i64, i1 } %34, 1
# >    br i1 %35, label %exit4.i, label %on5.i.3, !prof !0
# >
# >  on5.i.3:                                          ; preds = %on3.i.3
# >    %36 = extractvalue { i64, i1 } %34, 0
# >    %exitcond.not.3 = icmp eq i64 %30, %3
# >    br i1 %exitcond.not.3, label %fora_function_0.exit, label %yes.i.4, !llvm.loop !1
# >
# >  yes.i.4:                                          ; preds = %on5.i.3
# >    %37 = or disjoint i64 %6, 5
# >    %38 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %30, i64 %30)
# >    %39 = extractvalue { i64, i1 } %38, 1
# >    br i1 %39, label %exit2.i, label %on3.i.4, !prof !0
# >
# >  on3.i.4:                                          ; preds = %yes.i.4
# >    %40 = extractvalue { i64, i1 } %38, 0
# >    %41 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %36, i64 %40)
# >    %42 = extractvalue { i64, i1 } %41, 1
# >    br i1 %42, label %exit4.i, label %on5.i.4, !prof !0
# >
# >  on5.i.4:                                          ; preds = %on3.i.4
# >    %43 = extractvalue { i64, i1 } %41, 0
# >    %exitcond.not.4 = icmp eq i64 %37, %3
# >    br i1 %exitcond.not.4, label %fora_function_0.exit, label %yes.i.5, !llvm.loop !1
# >
# >  yes.i.5:                                          ; preds = %on5.i.4
# >    %44 = or disjoint i64 %6, 6
# >    %45 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %37, i64 %37)
# >    %46 = extractvalue { i64, i1 } %45, 1
# >    br i1 %46, label %exit2.i, label %on3.i.5, !prof !0
# >
# >  on3.i.5:                                          ; preds = %yes.i.5
# >    %47 = extractvalue { i64, i1 } %45, 0
# >    %48 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %43, i64 %47)
# >    %49 = extractvalue { i64, i1 } %48, 1
# >    br i1 %49, label %exit4.i, label %on5.i.5, !prof !0
# >
# >  on5.i.5:                                          ; preds = %on3.i.5
# >    %50 = extractvalue { i64, i1 } %48, 0
# >    %exitcond.not.5 = icmp eq i64 %44, %3
# >    br i1 %exitcond.not.5, label %fora_function_0.exit, label %yes.i.6, !llvm.loop !1
# >
# >  yes.i.6:                                          ; preds = %on5.i.5
# >    %51 = or disjoint i64 %6, 7
# >    %52 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %44, i64 %44)
# >    %53 = extractvalue { i64, i1 } %52, 1
# >    br i1 %53, label %exit2.i, label %on3.i.6, !prof !0
# >
# >  on3.i.6:                                          ; preds = %yes.i.6
# >    %54 = extractvalue { i64, i1 } %52, 0
# >    %55 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %50, i64 %54)
# >    %56 = extractvalue { i64, i1 } %55, 1
# >    br i1 %56, label %exit4.i, label %on5.i.6, !prof !0
# >
# >  on5.i.6:                                          ; preds = %on3.i.6
# >    %57 = extractvalue { i64, i1 } %55, 0
# >    %exitcond.not.6 = icmp eq i64 %51, %3
# >    br i1 %exitcond.not.6, label %fora_function_0.exit, label %yes.i.7, !llvm.loop !1
# >
# >  yes.i.7:                                          ; preds = %on5.i.6
# >    %58 = add nuw nsw i64 %6, 8
# >    %59 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %51, i64 %51)
# >    %60 = extractvalue { i64, i1 } %59, 1
# >    br i1 %60, label %exit2.i, label %on3.i.7, !prof !0
# >
# >  on3.i.7:                                          ; preds = %yes.i.7
# >    %61 = extractvalue { i64, i1 } %59, 0
# >    %62 = tail call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %57, i64 %61)
# >    %63 = extractvalue { i64, i1 } %62, 1
# >    br i1 %63, label %exit4.i, label %on5.i.7, !prof !0
# >
# >  on5.i.7:                                          ; preds = %on3.i.7
# >    %64 = extractvalue { i64, i1 } %62, 0
# >    %65 = load atomic i32, ptr %0 monotonic, align 4
# >    %66 = icmp eq i32 %65, 0
# >    br i1 %66, label %polled.i.7, label %asked.i.7, !prof !3
# >
# >  asked.i.7:                                        ; preds = %on5.i.7
# >    %67 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %68 = icmp eq i32 %67, 0
# >    br i1 %68, label %polled.i.7, label %stopped.i, !prof !3
# >
# >  polled.i.7:                                       ; preds = %asked.i.7, %on5.i.7
# >    %exitcond.not.7 = icmp eq i64 %58, %3
# >    br i1 %exitcond.not.7, label %fora_function_0.exit, label %yes.i, !llvm.loop !4
# >
# >  left.i:                                           ; preds = %exit4.i, %exit2.i
# >    %69 = phi i32 [ %10, %exit2.i ], [ %14, %exit4.i ]
# >    %70 = getelementptr inbounds i8, ptr %0, i64 72
# >    %71 = load i64, ptr %70, align 8
# >    br label %fora_function_0.exit
# >
# >  fora_function_0.exit:                             ; preds = %on5.i, %on5.i.1, %on5.i.2, %on5.i.3, %on5.i.4, %on5.i.5, %on5.i.6, %polled.i.7, %entry, %stopped.i, %left.i
# >    %72 = phi i64 [ 0, %stopped.i ], [ %71, %left.i ], [ 0, %entry ], [ %15, %on5.i ], [ %22, %on5.i.1 ], [ %29, %on5.i.2 ], [ %36, %on5.i.3 ], [ %43, %on5.i.4 ], [ %50, %on5.i.5 ], [ %57, %on5.i.6 ], [ %64, %polled.i.7 ]
# >    %73 = phi i32 [ 1, %stopped.i ], [ %69, %left.i ], [ 0, %entry ], [ 0, %on5.i ], [ 0, %on5.i.1 ], [ 0, %on5.i.2 ], [ 0, %on5.i.3 ], [ 0, %on5.i.4 ], [ 0, %on5.i.5 ], [ 0, %on5.i.6 ], [ 0, %polled.i.7 ]
# >    store i64 %72, ptr %2, align 8
# >    ret i32 %73
# >  }
