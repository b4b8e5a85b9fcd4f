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
# >    %.not.i3 = icmp eq i64 %7, 0
# >    br i1 %.not.i3, label %fora_function_0.exit, label %yes.i
# >
# >  yes.i:                                            ; preds = %entry, %polled.i.7
# >    %8 = phi i64 [ %82, %polled.i.7 ], [ %5, %entry ]
# >    %9 = phi i64 [ %92, %polled.i.7 ], [ %7, %entry ]
# >    %10 = icmp eq i64 %9, -1
# >    %11 = icmp eq i64 %8, -9223372036854775808
# >    %12 = and i1 %10, %11
# >    br i1 %12, label %exit.i, label %on1.i, !prof !0
# >
# >  exit.i:                                           ; preds = %yes.i.7, %yes.i.6, %yes.i.5, %yes.i.4, %yes.i.3, %yes.i.2, %yes.i.1, %yes.i
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
# >    %.not.i = icmp eq i64 %22, 0
# >    br i1 %.not.i, label %fora_function_0.exit, label %yes.i.1, !llvm.loop !1
# >
# >  stopped.i:                                        ; preds = %asked.i.7
# >    tail call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16))
# >    br label %fora_function_0.exit
# >
# >  yes.i.1:                                          ; preds = %on1.i
# >    %23 = icmp eq i64 %22, -1
# >    %24 = icmp eq i64 %9, -9223372036854775808
# >    %25 = and i1 %23, %24
# >    br i1 %25, label %exit.i, label %on1.i.1, !prof !0
# >
# >  on1.i.1:                                          ; preds = %yes.i.1
# >    %26 = srem i64 %9, %22
# >    %27 = xor i64 %26, %22
# >    %28 = icmp slt i64 %27, 0
# >    %29 = icmp ne i64 %26, 0
# >    %30 = and i1 %29, %28
# >    %31 = select i1 %30, i64 %22, i64 0
# >    %32 = add i64 %31, %26
# >    %.not.i.1 = icmp eq i64 %32, 0
# >    br i1 %.not.i.1, label %fora_function_0.exit, label %yes.i.2, !llvm.loop !1
# >
# >  yes.i.2:                                          ; preds = %on1.i.1
# >    %33 = icmp eq i64 %32, -1
# >    %34 = icmp eq i64 %22, -9223372036854775808
# >    %35 = and i1 %33, %34
# >    br i1 %35, label %exit.i, label %on1.i.2, !prof !0
# >
# >  on1.i.2:                                          ; preds = %yes.i.2
# >    %36 = srem i64 %22, %32
# >    %37 = xor i64 %36, %32
# >    %38 = icmp slt i64 %37, 0
# >    %39 = icmp ne i64 %36, 0
# >    %40 = and i1 %39, %38
# >    %41 = select i1 %40, i64 %32, i64 0
# >    %42 = add i64 %41, %36
# >    %.not.i.2 = icmp eq i64 %42, 0
# >    br i1 %.not.i.2, label %fora_function_0.exit, label %yes.i.3, !llvm.loop !1
# >
# >  yes.i.3:                                          ; preds = %on1.i.2
# >    %43 = icmp eq i64 %42, -1
# >    %44 = icmp eq i64 %32, -9223372036854775808
# >    %45 = and i1 %43, %44
# >    br i1 %45, label %exit.i, label %on1.i.3, !prof !0
# >
# >  on1.i.3:                                          ; preds = %yes.i.3
# >    %46 = srem i64 %32, %42
# >    %47 = xor i64 %46, %42
# >    %48 = icmp slt i64 %47, 0
# >    %49 = icmp ne i64 %46, 0
# >    %50 = and i1 %49, %48
# >    %51 = select i1 %50, i64 %42, i64 0
# >    %52 = add i64 %51, %46
# >    %.not.i.3 = icmp eq i64 %52, 0
# >    br i1 %.not.i.3, label %fora_function_0.exit, label %yes.i.4, !llvm.loop !1
# >
# >  yes.i.4:                                          ; preds = %on1.i.3
# >    %53 = icmp eq i64 %52, -1
# >    %54 = icmp eq i64 %42, -9223372036854775808
# >    %55 = and i1 %53, %54
# >    br i1 %55, label %exit.i, label %on1.i.4, !prof !0
# >
# >  on1.i.4:                                          ; preds = %yes.i.4
# >    %56 = srem i64 %42, %52
# >    %57 = xor i64 %56, %52
# >    %58 = icmp slt i64 %57, 0
# >    %59 = icmp ne i64 %56, 0
# >    %60 = and i1 %59, %58
# >    %61 = select i1 %60, i64 %52, i64 0
# >    %62 = add i64 %61, %56
# >    %.not.i.4 = icmp eq i64 %62, 0
# >    br i1 %.not.i.4, label %fora_function_0.exit, label %yes.i.5, !llvm.loop !1
# >
# >  yes.i.5:                                          ; preds = %on1.i.4
# >    %63 = icmp eq i64 %62, -1
# >    %64 = icmp eq i64 %52, -9223372036854775808
# >    %65 = and i1 %63, %64
# >    br i1 %65, label %exit.i, label %on1.i.5, !prof !0
# >
# >  on1.i.5:                                          ; preds = %yes.i.5
# >    %66 = srem i64 %52, %62
# >    %67 = xor i64 %66, %62
# >    %68 = icmp slt i64 %67, 0
# >    %69 = icmp ne i64 %66, 0
# >    %70 = and i1 %69, %68
# >    %71 = select i1 %70, i64 %62, i64 0
# >    %72 = add i64 %71, %66
# >    %.not.i.5 = icmp eq i64 %72, 0
# >    br i1 %.not.i.5, label %fora_function_0.exit, label %yes.i.6, !llvm.loop !1
# >
# >  yes.i.6:                                          ; preds = %on1.i.5
# >    %73 = icmp eq i64 %72, -1
# >    %74 = icmp eq i64 %62, -9223372036854775808
# >    %75 = and i1 %73, %74
# >    br i1 %75, label %exit.i, label %on1.i.6, !prof !0
# >
# >  on1.i.6:                                          ; preds = %yes.i.6
# >    %76 = srem i64 %62, %72
# >    %77 = xor i64 %76, %72
# >    %78 = icmp slt i64 %77, 0
# >    %79 = icmp ne i64 %76, 0
# >    %80 = and i1 %79, %78
# >    %81 = select i1 %80, i64 %72, i64 0
# >    %82 = add i64 %81, %76
# >    %.not.i.6 = icmp eq i64 %82, 0
# >    br i1 %.not.i.6, label %fora_function_0.exit, label %yes.i.7, !llvm.loop !1
# >
# >  yes.i.7:                                          ; preds = %on1.i.6
# >    %83 = icmp eq i64 %82, -1
# >    %84 = icmp eq i64 %72, -9223372036854775808
# >    %85 = and i1 %83, %84
# >    br i1 %85, label %exit.i, label %on1.i.7, !prof !0
# >
# >  on1.i.7:                                          ; preds = %yes.i.7
# >    %86 = srem i64 %72, %82
# >    %87 = xor i64 %86, %82
# >    %88 = icmp slt i64 %87, 0
# >    %89 = icmp ne i64 %86, 0
# >    %90 = and i1 %89, %88
# >    %91 = select i1 %90, i64 %82, i64 0
# >    %92 = add i64 %91, %86
# >    %93 = load atomic i32, ptr %0 monotonic, align 4
# >    %94 = icmp eq i32 %93, 0
# >    br i1 %94, label %polled.i.7, label %asked.i.7, !prof !3
# >
# >  asked.i.7:                                        ; preds = %on1.i.7
# >    %95 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %96 = icmp eq i32 %95, 0
# >    br i1 %96, label %polled.i.7, label %stopped.i, !prof !3
# >
# >  polled.i.7:                                       ; preds = %asked.i.7, %on1.i.7
# >    %.not.i.7 = icmp eq i64 %92, 0
# >    br i1 %.not.i.7, label %fora_function_0.exit, label %yes.i, !llvm.loop !4
# >
# >  fora_function_0.exit:                             ; preds = %on1.i, %on1.i.1, %on1.i.2, %on1.i.3, %on1.i.4, %on1.i.5, %on1.i.6, %polled.i.7, %entry, %exit.i, %stopped.i
# >    %97 = phi i64 [ 0, %stopped.i ], [ %15, %exit.i ], [ %5, %entry ], [ %9, %on1.i ], [ %22, %on1.i.1 ], [ %32, %on1.i.2 ], [ %42, %on1.i.3 ], [ %52, %on1.i.4 ], [ %62, %on1.i.5 ], [ %72, %on1.i.6 ], [ %82, %polled.i.7 ]
# >    %98 = phi i32 [ 1, %stopped.i ], [ %14, %exit.i ], [ 0, %entry ], [ 0, %on1.i ], [ 0, %on1.i.1 ], [ 0, %on1.i.2 ], [ 0, %on1.i.3 ], [ 0, %on1.i.4 ], [ 0, %on1.i.5 ], [ 0, %on1.i.6 ], [ 0, %polled.i.7 ]
# >    store i64 %97, ptr %2, align 8
# >    ret i32 %98
# >  }
