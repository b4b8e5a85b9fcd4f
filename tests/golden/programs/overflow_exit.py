# An int that does not fit 64 bits: the checked operator leaves to the interpreter with what is live, and code goes on there.
def power(base, n):
    result = 1
    while n > 0:
        result = result * base
        n = n - 1
    return result


def main():
    return power(3, 20), power(3, 60)
# > fora dump --phase=simplify --function power --types 'Int; Int'
# >  typed 0 "power" of 1 values (%0, %1) returns Int {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b2:0 [%0=%0, %3=%6, %4=%7]
# >  b0(%0 "base": Int, %1 "n": Int):
# >    %4 "result": Int = const {index=1, flag}
# >    jump b1(%1, %4)
# >  b1(%6 "n": Int, %7 "result": Int):
# >    %8: Int = const {flag}
# >    %9: Bool = int.compare %6, %8 {compare=">"}
# >    branch %9 b2() b3()
# >  b2():
# >    %14 "result": Int = int.mul %7, %0 {fs=1}
# >    %15: Int = const {index=1, flag}
# >    %16 "n": Int = int.sub %6, %15 {flag}
# >    jump b1(%16, %14)
# >  b3():
# >    return %7
# >  }
# > fora dump --phase=llvm --cpu=generic --function power --types 'Int; Int'
# >  define i32 @fora_entry_0(ptr %0, ptr nocapture readonly %1, ptr nocapture writeonly %2) local_unnamed_addr {
# >  entry:
# >    %3 = load i64, ptr %1, align 8
# >    %4 = getelementptr inbounds i8, ptr %1, i64 8
# >    %5 = load i64, ptr %4, align 8
# >    %6 = icmp sgt i64 %5, 0
# >    br i1 %6, label %yes.i, label %fora_function_0.exit
# >
# >  yes.i:                                            ; preds = %entry, %polled.i.7
# >    %7 = phi i64 [ %49, %polled.i.7 ], [ 1, %entry ]
# >    %8 = phi i64 [ %50, %polled.i.7 ], [ %5, %entry ]
# >    %9 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %7, i64 %3)
# >    %10 = extractvalue { i64, i1 } %9, 1
# >    br i1 %10, label %exit.i, label %on.i, !prof !0
# >
# >  exit.i:                                           ; preds = %yes.i.7, %yes.i.6, %yes.i.5, %yes.i.4, %yes.i.3, %yes.i.2, %yes.i.1, %yes.i
# >    %.lcssa43 = phi i64 [ %7, %yes.i ], [ %14, %yes.i.1 ], [ %19, %yes.i.2 ], [ %24, %yes.i.3 ], [ %29, %yes.i.4 ], [ %34, %yes.i.5 ], [ %39, %yes.i.6 ], [ %44, %yes.i.7 ]
# >    %.lcssa = phi i64 [ %8, %yes.i ], [ %15, %yes.i.1 ], [ %20, %yes.i.2 ], [ %25, %yes.i.3 ], [ %30, %yes.i.4 ], [ %35, %yes.i.5 ], [ %40, %yes.i.6 ], [ %45, %yes.i.7 ]
# >    %11 = tail call i32 (ptr, ptr, i32, ...) @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, i64 %3, i64 %.lcssa, i64 %.lcssa43)
# >    %12 = getelementptr inbounds i8, ptr %0, i64 72
# >    %13 = load i64, ptr %12, align 8
# >    br label %fora_function_0.exit
# >
# >  on.i:                                             ; preds = %yes.i
# >    %14 = extractvalue { i64, i1 } %9, 0
# >    %15 = add nsw i64 %8, -1
# >    %16 = icmp ugt i64 %8, 1
# >    br i1 %16, label %yes.i.1, label %fora_function_0.exit, !llvm.loop !1
# >
# >  stopped.i:                                        ; preds = %asked.i.7
# >    tail call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16))
# >    br label %fora_function_0.exit
# >
# >  yes.i.1:                                          ; preds = %on.i
# >    %17 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %14, i64 %3)
# >    %18 = extractvalue { i64, i1 } %17, 1
# >    br i1 %18, label %exit.i, label %on.i.1, !prof !0
# >
# >  on.i.1:                                           ; preds = %yes.i.1
# >    %19 = extractvalue { i64, i1 } %17, 0
# >    %20 = add nsw i64 %8, -2
# >    %21 = icmp ugt i64 %15, 1
# >    br i1 %21, label %yes.i.2, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.2:                                          ; preds = %on.i.1
# >    %22 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %19, i64 %3)
# >    %23 = extractvalue { i64, i1 } %22, 1
# >    br i1 %23, label %exit.i, label %on.i.2, !prof !0
# >
# >  on.i.2:                                           ; preds = %yes.i.2
# >    %24 = extractvalue { i64, i1 } %22, 0
# >    %25 = add nsw i64 %8, -3
# >    %26 = icmp ugt i64 %20, 1
# >    br i1 %26, label %yes.i.3, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.3:                                          ; preds = %on.i.2
# >    %27 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %24, i64 %3)
# >    %28 = extractvalue { i64, i1 } %27, 1
# >    br i1 %28, label %exit.i, label %on.i.3, !prof !0
# >
# >  on.i.3:                                           ; preds = %yes.i.3
# >    %29 = extractvalue { i64, i1 } %27, 0
# >    %30 = add nsw i64 %8, -4
# >    %31 = icmp ugt i64 %25, 1
# >    br i1 %31, label %yes.i.4, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.4:                                          ; preds = %on.i.3
# >    %32 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %29, i64 %3)
# >    %33 = extractvalue { i64, i1 } %32, 1
# >    br i1 %33, label %exit.i, label %on.i.4, !prof !0
# >
# >  on.i.4:                                           ; preds = %yes.i.4
# >    %34 = extractvalue { i64, i1 } %32, 0
# >    %35 = add nsw i64 %8, -5
# >    %36 = icmp ugt i64 %30, 1
# >    br i1 %36, label %yes.i.5, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.5:                                          ; preds = %on.i.4
# >    %37 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %34, i64 %3)
# >    %38 = extractvalue { i64, i1 } %37, 1
# >    br i1 %38, label %exit.i, label %on.i.5, !prof !0
# >
# >  on.i.5:                                           ; preds = %yes.i.5
# >    %39 = extractvalue { i64, i1 } %37, 0
# >    %40 = add nsw i64 %8, -6
# >    %41 = icmp ugt i64 %35, 1
# >    br i1 %41, label %yes.i.6, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.6:                                          ; preds = %on.i.5
# >    %42 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %39, i64 %3)
# >    %43 = extractvalue { i64, i1 } %42, 1
# >    br i1 %43, label %exit.i, label %on.i.6, !prof !0
# >
# >  on.i.6:                                           ; preds = %yes.i.6
# >    %44 = extractvalue { i64, i1 } %42, 0
# >    %45 = add nsw i64 %8, -7
# >    %46 = icmp ugt i64 %40, 1
# >    br i1 %46, label %yes.i.7, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.7:                                          ; preds = %on.i.6
# >    %47 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %44, i64 %3)
# >    %48 = extractvalue { i64, i1 } %47, 1
# >    br i1 %48, label %exit.i, label %on.i.7, !prof !0
# >
# >  on.i.7:                                           ; preds = %yes.i.7
# >    %49 = extractvalue { i64, i1 } %47, 0
# >    %50 = add nsw i64 %8, -8
# >    %51 = load atomic i32, ptr %0 monotonic, align 4
# >    %52 = icmp eq i32 %51, 0
# >    br i1 %52, label %polled.i.7, label %asked.i.7, !prof !3
# >
# >  asked.i.7:                                        ; preds = %on.i.7
# >    %53 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %54 = icmp eq i32 %53, 0
# >    br i1 %54, label %polled.i.7, label %stopped.i, !prof !3
# >
# >  polled.i.7:                                       ; preds = %asked.i.7, %on.i.7
# >    %55 = icmp ugt i64 %45, 1
# >    br i1 %55, label %yes.i, label %fora_function_0.exit, !llvm.loop !4
# >
# >  fora_function_0.exit:                             ; preds = %on.i, %on.i.1, %on.i.2, %on.i.3, %on.i.4, %on.i.5, %on.i.6, %polled.i.7, %entry, %exit.i, %stopped.i
# >    %56 = phi i64 [ 0, %stopped.i ], [ %13, %exit.i ], [ 1, %entry ], [ %14, %on.i ], [ %19, %on.i.1 ], [ %24, %on.i.2 ], [ %29, %on.i.3 ], [ %34, %on.i.4 ], [ %39, %on.i.5 ], [ %44, %on.i.6 ], [ %49, %polled.i.7 ]
# >    %57 = phi i32 [ 1, %stopped.i ], [ %11, %exit.i ], [ 0, %entry ], [ 0, %on.i ], [ 0, %on.i.1 ], [ 0, %on.i.2 ], [ 0, %on.i.3 ], [ 0, %on.i.4 ], [ 0, %on.i.5 ], [ 0, %on.i.6 ], [ 0, %polled.i.7 ]
# >    store i64 %56, ptr %2, align 8
# >    ret i32 %57
# >  }
