# Loop variables that change places stay block arguments; a tuple assignment makes no tuple.
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def main():
    return gcd(1071, 462)
# > fora dump --phase=parse
# >  block
# >    variables gcd: static, main: static, __fora_result__
# >    def gcd(a, b)
# >      variables a, b
# >      while b
# >        (a, b) = (b, (a % b))
# >      return a
# >    def main()
# >      return gcd@block(1071, 462)
# >    __fora_result__ = main()
# > fora dump --phase=lower --function gcd
# >  function 1 "gcd" parameters (pos "a", pos "b") {
# >  b0(%0 "a", %1 "b"):
# >    jump b1(%1, %0)
# >  b1(%2 "b", %3 "a"):
# >    %4 = truth %2
# >    branch %4 b2() b3()
# >  b2():
# >    %5 "b" = binary %3, %2 {binary="%"}
# >    jump b1(%5, %2)
# >  b3():
# >    return %3
# >  }
# > fora dump --phase=infer --function gcd --types 'Int; Int'
# >  typed 0 "gcd" of 1 values (%0, %1) returns Int {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b2:0 [%2=%9, %3=%10]
# >  b0(%0 "a": Int, %1 "b": Int):
# >    jump b1(%0, %1)
# >  b1(%2 "a": Int, %3 "b": Int):
# >    jump b2(%3, %2)
# >  b2(%4 "b": Int, %5 "a": Int):
# >    %6: Int = const {flag}
# >    %7: Bool = int.compare %4, %6 {compare="!="}
# >    branch %7 b3() b4()
# >  b3():
# >    jump b5(%4, %5)
# >  b4():
# >    jump b6(%5)
# >  b5(%9 "b": Int, %10 "a": Int):
# >    %11 "b": Int = int.mod %10, %9 {fs=1}
# >    jump b2(%11, %9)
# >  b6(%8 "a": Int):
# >    return %8
# >  }
# > fora dump --phase=simplify --function gcd --types 'Int; Int'
# >  typed 0 "gcd" of 1 values (%0, %1) returns Int {
# >    frame 0 b0:0 [%0=%0, %1=%1]
# >    frame 1 b2:0 [%2=%4, %3=%5]
# >  b0(%0 "a": Int, %1 "b": Int):
# >    jump b1(%1, %0)
# >  b1(%4 "b": Int, %5 "a": Int):
# >    %6: Int = const {flag}
# >    %7: Bool = int.compare %4, %6 {compare="!="}
# >    branch %7 b2() b3()
# >  b2():
# >    %11 "b": Int = int.mod %5, %4 {fs=1}
# >    jump b1(%11, %4)
# >  b3():
# >    return %5
# >  }
# > fora dump --phase=llvm --cpu=generic --function gcd --types 'Int; Int'
# >  define i32 @fora_entry_0(ptr %0, ptr nocapture readonly %1, ptr nocapture writeonly %2) local_unnamed_addr {
# >  entry:
# >    %3 = alloca [1 x i64], align 8
# >    %4 = alloca [2 x i64], align 8
# >    %5 = load i64, ptr %1, align 8
# >    %6 = getelementptr inbounds i8, ptr %1, i64 8
# >    %7 = load i64, ptr %6, align 8
# >    %.not.i2 = icmp eq i64 %7, 0
# >    br i1 %.not.i2, label %fora_function_0.exit, label %yes.i
# >
# >  yes.i:                                            ; preds = %entry, %polled.i
# >    %8 = phi i64 [ %9, %polled.i ], [ %5, %entry ]
# >    %9 = phi i64 [ %22, %polled.i ], [ %7, %entry ]
# >    %10 = icmp eq i64 %9, -1
# >    %11 = icmp eq i64 %8, -9223372036854775808
# >    %12 = and i1 %10, %11
# >    br i1 %12, label %exit.i, label %on1.i, !prof !0
# >
# >  exit.i:                                           ; preds = %yes.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store i64 -1, ptr %4, align 8
# >    %13 = getelementptr inbounds i8, ptr %4, i64 8
# >    store i64 -9223372036854775808, ptr %13, align 8
# >    %14 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    %15 = load i64, ptr %3, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    br label %fora_function_0.exit
# >
# >  on1.i:                                            ; preds = %yes.i
# >    %16 = srem i64 %8, %9
# >    %17 = xor i64 %16, %9
# >    %18 = icmp slt i64 %17, 0
# >    %19 = icmp ne i64 %16, 0
# >    %20 = and i1 %19, %18
# >    %21 = select i1 %20, i64 %9, i64 0
# >    %22 = add i64 %21, %16
# >    %23 = load atomic i32, ptr %0 monotonic, align 4
# >    %24 = icmp eq i32 %23, 0
# >    br i1 %24, label %polled.i, label %asked.i, !prof !1
# >
# >  asked.i:                                          ; preds = %on1.i
# >    %25 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %26 = icmp eq i32 %25, 0
# >    br i1 %26, label %polled.i, label %fora_function_0.exit, !prof !1
# >
# >  polled.i:                                         ; preds = %asked.i, %on1.i
# >    %.not.i = icmp eq i64 %22, 0
# >    br i1 %.not.i, label %fora_function_0.exit, label %yes.i
# >
# >  fora_function_0.exit:                             ; preds = %asked.i, %polled.i, %entry, %exit.i
# >    %27 = phi i64 [ %15, %exit.i ], [ %5, %entry ], [ 0, %asked.i ], [ %9, %polled.i ]
# >    %28 = phi i32 [ %14, %exit.i ], [ 0, %entry ], [ 1, %asked.i ], [ 0, %polled.i ]
# >    store i64 %27, ptr %2, align 8
# >    ret i32 %28
# >  }
