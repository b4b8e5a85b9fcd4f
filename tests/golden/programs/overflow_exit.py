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
# >    %3 = alloca [1 x i64], align 8
# >    %4 = alloca [3 x i64], align 8
# >    %5 = load i64, ptr %1, align 8
# >    %6 = getelementptr inbounds i8, ptr %1, i64 8
# >    %7 = load i64, ptr %6, align 8
# >    %8 = icmp sgt i64 %7, 0
# >    br i1 %8, label %yes.i, label %fora_function_0.exit
# >
# >  yes.i:                                            ; preds = %entry, %polled.i.7
# >    %9 = phi i64 [ %52, %polled.i.7 ], [ 1, %entry ]
# >    %10 = phi i64 [ %53, %polled.i.7 ], [ %7, %entry ]
# >    %11 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %9, i64 %5)
# >    %12 = extractvalue { i64, i1 } %11, 1
# >    br i1 %12, label %exit.i, label %on.i, !prof !0
# >
# >  exit.i:                                           ; preds = %yes.i.7, %yes.i.6, %yes.i.5, %yes.i.4, %yes.i.3, %yes.i.2, %yes.i.1, %yes.i
# >    %.lcssa43 = phi i64 [ %9, %yes.i ], [ %17, %yes.i.1 ], [ %22, %yes.i.2 ], [ %27, %yes.i.3 ], [ %32, %yes.i.4 ], [ %37, %yes.i.5 ], [ %42, %yes.i.6 ], [ %47, %yes.i.7 ]
# >    %.lcssa = phi i64 [ %10, %yes.i ], [ %18, %yes.i.1 ], [ %23, %yes.i.2 ], [ %28, %yes.i.3 ], [ %33, %yes.i.4 ], [ %38, %yes.i.5 ], [ %43, %yes.i.6 ], [ %48, %yes.i.7 ]
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store i64 %5, ptr %4, align 8
# >    %13 = getelementptr inbounds i8, ptr %4, i64 8
# >    store i64 %.lcssa, ptr %13, align 8
# >    %14 = getelementptr inbounds i8, ptr %4, i64 16
# >    store i64 %.lcssa43, ptr %14, align 8
# >    %15 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    %16 = load i64, ptr %3, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    br label %fora_function_0.exit
# >
# >  on.i:                                             ; preds = %yes.i
# >    %17 = extractvalue { i64, i1 } %11, 0
# >    %18 = add nsw i64 %10, -1
# >    %19 = icmp ugt i64 %10, 1
# >    br i1 %19, label %yes.i.1, label %fora_function_0.exit, !llvm.loop !1
# >
# >  stopped.i:                                        ; preds = %asked.i.7
# >    tail call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16))
# >    br label %fora_function_0.exit
# >
# >  yes.i.1:                                          ; preds = %on.i
# >    %20 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %17, i64 %5)
# >    %21 = extractvalue { i64, i1 } %20, 1
# >    br i1 %21, label %exit.i, label %on.i.1, !prof !0
# >
# >  on.i.1:                                           ; preds = %yes.i.1
# >    %22 = extractvalue { i64, i1 } %20, 0
# >    %23 = add nsw i64 %10, -2
# >    %24 = icmp ugt i64 %18, 1
# >    br i1 %24, label %yes.i.2, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.2:                                          ; preds = %on.i.1
# >    %25 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %22, i64 %5)
# >    %26 = extractvalue { i64, i1 } %25, 1
# >    br i1 %26, label %exit.i, label %on.i.2, !prof !0
# >
# >  on.i.2:                                           ; preds = %yes.i.2
# >    %27 = extractvalue { i64, i1 } %25, 0
# >    %28 = add nsw i64 %10, -3
# >    %29 = icmp ugt i64 %23, 1
# >    br i1 %29, label %yes.i.3, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.3:                                          ; preds = %on.i.2
# >    %30 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %27, i64 %5)
# >    %31 = extractvalue { i64, i1 } %30, 1
# >    br i1 %31, label %exit.i, label %on.i.3, !prof !0
# >
# >  on.i.3:                                           ; preds = %yes.i.3
# >    %32 = extractvalue { i64, i1 } %30, 0
# >    %33 = add nsw i64 %10, -4
# >    %34 = icmp ugt i64 %28, 1
# >    br i1 %34, label %yes.i.4, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.4:                                          ; preds = %on.i.3
# >    %35 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %32, i64 %5)
# >    %36 = extractvalue { i64, i1 } %35, 1
# >    br i1 %36, label %exit.i, label %on.i.4, !prof !0
# >
# >  on.i.4:                                           ; preds = %yes.i.4
# >    %37 = extractvalue { i64, i1 } %35, 0
# >    %38 = add nsw i64 %10, -5
# >    %39 = icmp ugt i64 %33, 1
# >    br i1 %39, label %yes.i.5, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.5:                                          ; preds = %on.i.4
# >    %40 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %37, i64 %5)
# >    %41 = extractvalue { i64, i1 } %40, 1
# >    br i1 %41, label %exit.i, label %on.i.5, !prof !0
# >
# >  on.i.5:                                           ; preds = %yes.i.5
# >    %42 = extractvalue { i64, i1 } %40, 0
# >    %43 = add nsw i64 %10, -6
# >    %44 = icmp ugt i64 %38, 1
# >    br i1 %44, label %yes.i.6, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.6:                                          ; preds = %on.i.5
# >    %45 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %42, i64 %5)
# >    %46 = extractvalue { i64, i1 } %45, 1
# >    br i1 %46, label %exit.i, label %on.i.6, !prof !0
# >
# >  on.i.6:                                           ; preds = %yes.i.6
# >    %47 = extractvalue { i64, i1 } %45, 0
# >    %48 = add nsw i64 %10, -7
# >    %49 = icmp ugt i64 %43, 1
# >    br i1 %49, label %yes.i.7, label %fora_function_0.exit, !llvm.loop !1
# >
# >  yes.i.7:                                          ; preds = %on.i.6
# >    %50 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %47, i64 %5)
# >    %51 = extractvalue { i64, i1 } %50, 1
# >    br i1 %51, label %exit.i, label %on.i.7, !prof !0
# >
# >  on.i.7:                                           ; preds = %yes.i.7
# >    %52 = extractvalue { i64, i1 } %50, 0
# >    %53 = add nsw i64 %10, -8
# >    %54 = load atomic i32, ptr %0 monotonic, align 4
# >    %55 = icmp eq i32 %54, 0
# >    br i1 %55, label %polled.i.7, label %asked.i.7, !prof !3
# >
# >  asked.i.7:                                        ; preds = %on.i.7
# >    %56 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %57 = icmp eq i32 %56, 0
# >    br i1 %57, label %polled.i.7, label %stopped.i, !prof !3
# >
# >  polled.i.7:                                       ; preds = %asked.i.7, %on.i.7
# >    %58 = icmp ugt i64 %48, 1
# >    br i1 %58, label %yes.i, label %fora_function_0.exit, !llvm.loop !4
# >
# >  fora_function_0.exit:                             ; preds = %on.i, %on.i.1, %on.i.2, %on.i.3, %on.i.4, %on.i.5, %on.i.6, %polled.i.7, %entry, %exit.i, %stopped.i
# >    %59 = phi i64 [ 0, %stopped.i ], [ %16, %exit.i ], [ 1, %entry ], [ %17, %on.i ], [ %22, %on.i.1 ], [ %27, %on.i.2 ], [ %32, %on.i.3 ], [ %37, %on.i.4 ], [ %42, %on.i.5 ], [ %47, %on.i.6 ], [ %52, %polled.i.7 ]
# >    %60 = phi i32 [ 1, %stopped.i ], [ %15, %exit.i ], [ 0, %entry ], [ 0, %on.i ], [ 0, %on.i.1 ], [ 0, %on.i.2 ], [ 0, %on.i.3 ], [ 0, %on.i.4 ], [ 0, %on.i.5 ], [ 0, %on.i.6 ], [ 0, %polled.i.7 ]
# >    store i64 %59, ptr %2, align 8
# >    ret i32 %60
# >  }
