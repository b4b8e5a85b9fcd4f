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
# >  yes.i:                                            ; preds = %entry, %polled.i
# >    %9 = phi i64 [ %17, %polled.i ], [ 1, %entry ]
# >    %10 = phi i64 [ %18, %polled.i ], [ %7, %entry ]
# >    %11 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %9, i64 %5)
# >    %12 = extractvalue { i64, i1 } %11, 1
# >    br i1 %12, label %exit.i, label %on.i, !prof !0
# >
# >  exit.i:                                           ; preds = %yes.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store i64 %5, ptr %4, align 8
# >    %13 = getelementptr inbounds i8, ptr %4, i64 8
# >    store i64 %10, ptr %13, align 8
# >    %14 = getelementptr inbounds i8, ptr %4, i64 16
# >    store i64 %9, ptr %14, align 8
# >    %15 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    %16 = load i64, ptr %3, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    br label %fora_function_0.exit
# >
# >  on.i:                                             ; preds = %yes.i
# >    %17 = extractvalue { i64, i1 } %11, 0
# >    %18 = add nsw i64 %10, -1
# >    %19 = load atomic i32, ptr %0 monotonic, align 4
# >    %20 = icmp eq i32 %19, 0
# >    br i1 %20, label %polled.i, label %asked.i, !prof !1
# >
# >  asked.i:                                          ; preds = %on.i
# >    %21 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %22 = icmp eq i32 %21, 0
# >    br i1 %22, label %polled.i, label %fora_function_0.exit, !prof !1
# >
# >  polled.i:                                         ; preds = %asked.i, %on.i
# >    %23 = icmp ugt i64 %10, 1
# >    br i1 %23, label %yes.i, label %fora_function_0.exit
# >
# >  fora_function_0.exit:                             ; preds = %asked.i, %polled.i, %entry, %exit.i
# >    %24 = phi i64 [ %16, %exit.i ], [ 1, %entry ], [ 0, %asked.i ], [ %17, %polled.i ]
# >    %25 = phi i32 [ %15, %exit.i ], [ 0, %entry ], [ 1, %asked.i ], [ 0, %polled.i ]
# >    store i64 %24, ptr %2, align 8
# >    ret i32 %25
# >  }
