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
# >  yes.i:                                            ; preds = %entry, %polled.i
# >    %7 = phi i64 [ %29, %polled.i ], [ 0, %entry ]
# >    %8 = phi i64 [ %9, %polled.i ], [ 0, %entry ]
# >    %9 = add nuw nsw i64 %8, 1
# >    %10 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %8, i64 %8)
# >    %11 = extractvalue { i64, i1 } %10, 1
# >    br i1 %11, label %exit2.i, label %on3.i, !prof !0
# >
# >  exit2.i:                                          ; preds = %yes.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store i64 %7, ptr %4, align 8
# >    %12 = getelementptr inbounds i8, ptr %4, i64 8
# >    store i64 %8, ptr %12, align 8
# >    %13 = getelementptr inbounds i8, ptr %4, i64 16
# >    store i64 0, ptr %13, align 8
# >    %14 = getelementptr inbounds i8, ptr %4, i64 24
# >    store i64 %5, ptr %14, align 8
# >    %15 = getelementptr inbounds i8, ptr %4, i64 32
# >    store i64 1, ptr %15, align 8
# >    %16 = getelementptr inbounds i8, ptr %4, i64 40
# >    store i64 %9, ptr %16, align 8
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
# >  exit4.i:                                          ; preds = %on3.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store i64 %7, ptr %4, align 8
# >    %22 = getelementptr inbounds i8, ptr %4, i64 8
# >    store i64 0, ptr %22, align 8
# >    %23 = getelementptr inbounds i8, ptr %4, i64 16
# >    store i64 %5, ptr %23, align 8
# >    %24 = getelementptr inbounds i8, ptr %4, i64 24
# >    store i64 1, ptr %24, align 8
# >    %25 = getelementptr inbounds i8, ptr %4, i64 32
# >    store i64 %9, ptr %25, align 8
# >    %26 = getelementptr inbounds i8, ptr %4, i64 40
# >    store i64 %19, ptr %26, align 8
# >    %27 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    %28 = load i64, ptr %3, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    br label %fora_function_0.exit
# >
# >  on5.i:                                            ; preds = %on3.i
# >    %29 = extractvalue { i64, i1 } %20, 0
# >    %30 = load atomic i32, ptr %0 monotonic, align 4
# >    %31 = icmp eq i32 %30, 0
# >    br i1 %31, label %polled.i, label %asked.i, !prof !1
# >
# >  asked.i:                                          ; preds = %on5.i
# >    %32 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %33 = icmp eq i32 %32, 0
# >    br i1 %33, label %polled.i, label %fora_function_0.exit, !prof !1
# >
# >  polled.i:                                         ; preds = %asked.i, %on5.i
# >    %exitcond.not = icmp eq i64 %9, %5
# >    br i1 %exitcond.not, label %fora_function_0.exit, label %yes.i
# >
# >  fora_function_0.exit:                             ; preds = %asked.i, %polled.i, %entry, %exit2.i, %exit4.i
# >    %34 = phi i64 [ %18, %exit2.i ], [ %28, %exit4.i ], [ 0, %entry ], [ 0, %asked.i ], [ %29, %polled.i ]
# >    %35 = phi i32 [ %17, %exit2.i ], [ %27, %exit4.i ], [ 0, %entry ], [ 1, %asked.i ], [ 0, %polled.i ]
# >    store i64 %34, ptr %2, align 8
# >    ret i32 %35
# >  }
