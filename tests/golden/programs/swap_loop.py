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
# >    %3 = load i64, ptr %1, align 8
# >    %4 = getelementptr inbounds i8, ptr %1, i64 8
# >    %5 = load i64, ptr %4, align 8
# >    %.not.i3 = icmp eq i64 %5, 0
# >    br i1 %.not.i3, label %fora_function_0.exit, label %yes.i
# >
# >  yes.i:                                            ; preds = %entry, %polled.i.7
# >    %6 = phi i64 [ %80, %polled.i.7 ], [ %3, %entry ]
# >    %7 = phi i64 [ %90, %polled.i.7 ], [ %5, %entry ]
# >    %8 = icmp eq i64 %7, -1
# >    %9 = icmp eq i64 %6, -9223372036854775808
# >    %10 = and i1 %8, %9
# >    br i1 %10, label %exit.i, label %on1.i, !prof !0
# >
# >  exit.i:                                           ; preds = %yes.i.7, %yes.i.6, %yes.i.5, %yes.i.4, %yes.i.3, %yes.i.2, %yes.i.1, %yes.i
# >    %11 = tail call i32 (ptr, ptr, i32, ...) @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, i64 -1, i64 -9223372036854775808)
# >    %12 = getelementptr inbounds i8, ptr %0, i64 72
# >    %13 = load i64, ptr %12, align 8
# >    br label %fora_function_0.exit
# >
# >  on1.i:                                            ; preds = %yes.i
# >    %14 = srem i64 %6, %7
# >    %15 = xor i64 %14, %7
# >    %16 = icmp slt i64 %15, 0
# >    %17 = icmp ne i64 %14, 0
# >    %18 = and i1 %17, %16
# >    %19 = select i1 %18, i64 %7, i64 0
# >    %20 = add i64 %19, %14
# >    %.not.i = icmp eq i64 %20, 0
# >    br i1 %.not.i, label %fora_function_0.exit, label %yes.i.1, !llvm.loop !1
# >
# >  stopped.i:                                        ; preds = %asked.i.7
# >    tail call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16))
# >    br label %fora_function_0.exit
# >
# >  yes.i.1:                                          ; preds = %on1.i
# >    %21 = icmp eq i64 %20, -1
# >    %22 = icmp eq i64 %7, -9223372036854775808
# >    %23 = and i1 %21, %22
# >    br i1 %23, label %exit.i, label %on1.i.1, !prof !0
# >
# >  on1.i.1:                                          ; preds = %yes.i.1
# >    %24 = srem i64 %7, %20
# >    %25 = xor i64 %24, %20
# >    %26 = icmp slt i64 %25, 0
# >    %27 = icmp ne i64 %24, 0
# >    %28 = and i1 %27, %26
# >    %29 = select i1 %28, i64 %20, i64 0
# >    %30 = add i64 %29, %24
# >    %.not.i.1 = icmp eq i64 %30, 0
# >    br i1 %.not.i.1, label %fora_function_0.exit, label %yes.i.2, !llvm.loop !1
# >
# >  yes.i.2:                                          ; preds = %on1.i.1
# >    %31 = icmp eq i64 %30, -1
# >    %32 = icmp eq i64 %20, -9223372036854775808
# >    %33 = and i1 %31, %32
# >    br i1 %33, label %exit.i, label %on1.i.2, !prof !0
# >
# >  on1.i.2:                                          ; preds = %yes.i.2
# >    %34 = srem i64 %20, %30
# >    %35 = xor i64 %34, %30
# >    %36 = icmp slt i64 %35, 0
# >    %37 = icmp ne i64 %34, 0
# >    %38 = and i1 %37, %36
# >    %39 = select i1 %38, i64 %30, i64 0
# >    %40 = add i64 %39, %34
# >    %.not.i.2 = icmp eq i64 %40, 0
# >    br i1 %.not.i.2, label %fora_function_0.exit, label %yes.i.3, !llvm.loop !1
# >
# >  yes.i.3:                                          ; preds = %on1.i.2
# >    %41 = icmp eq i64 %40, -1
# >    %42 = icmp eq i64 %30, -9223372036854775808
# >    %43 = and i1 %41, %42
# >    br i1 %43, label %exit.i, label %on1.i.3, !prof !0
# >
# >  on1.i.3:                                          ; preds = %yes.i.3
# >    %44 = srem i64 %30, %40
# >    %45 = xor i64 %44, %40
# >    %46 = icmp slt i64 %45, 0
# >    %47 = icmp ne i64 %44, 0
# >    %48 = and i1 %47, %46
# >    %49 = select i1 %48, i64 %40, i64 0
# >    %50 = add i64 %49, %44
# >    %.not.i.3 = icmp eq i64 %50, 0
# >    br i1 %.not.i.3, label %fora_function_0.exit, label %yes.i.4, !llvm.loop !1
# >
# >  yes.i.4:                                          ; preds = %on1.i.3
# >    %51 = icmp eq i64 %50, -1
# >    %52 = icmp eq i64 %40, -9223372036854775808
# >    %53 = and i1 %51, %52
# >    br i1 %53, label %exit.i, label %on1.i.4, !prof !0
# >
# >  on1.i.4:                                          ; preds = %yes.i.4
# >    %54 = srem i64 %40, %50
# >    %55 = xor i64 %54, %50
# >    %56 = icmp slt i64 %55, 0
# >    %57 = icmp ne i64 %54, 0
# >    %58 = and i1 %57, %56
# >    %59 = select i1 %58, i64 %50, i64 0
# >    %60 = add i64 %59, %54
# >    %.not.i.4 = icmp eq i64 %60, 0
# >    br i1 %.not.i.4, label %fora_function_0.exit, label %yes.i.5, !llvm.loop !1
# >
# >  yes.i.5:                                          ; preds = %on1.i.4
# >    %61 = icmp eq i64 %60, -1
# >    %62 = icmp eq i64 %50, -9223372036854775808
# >    %63 = and i1 %61, %62
# >    br i1 %63, label %exit.i, label %on1.i.5, !prof !0
# >
# >  on1.i.5:                                          ; preds = %yes.i.5
# >    %64 = srem i64 %50, %60
# >    %65 = xor i64 %64, %60
# >    %66 = icmp slt i64 %65, 0
# >    %67 = icmp ne i64 %64, 0
# >    %68 = and i1 %67, %66
# >    %69 = select i1 %68, i64 %60, i64 0
# >    %70 = add i64 %69, %64
# >    %.not.i.5 = icmp eq i64 %70, 0
# >    br i1 %.not.i.5, label %fora_function_0.exit, label %yes.i.6, !llvm.loop !1
# >
# >  yes.i.6:                                          ; preds = %on1.i.5
# >    %71 = icmp eq i64 %70, -1
# >    %72 = icmp eq i64 %60, -9223372036854775808
# >    %73 = and i1 %71, %72
# >    br i1 %73, label %exit.i, label %on1.i.6, !prof !0
# >
# >  on1.i.6:                                          ; preds = %yes.i.6
# >    %74 = srem i64 %60, %70
# >    %75 = xor i64 %74, %70
# >    %76 = icmp slt i64 %75, 0
# >    %77 = icmp ne i64 %74, 0
# >    %78 = and i1 %77, %76
# >    %79 = select i1 %78, i64 %70, i64 0
# >    %80 = add i64 %79, %74
# >    %.not.i.6 = icmp eq i64 %80, 0
# >    br i1 %.not.i.6, label %fora_function_0.exit, label %yes.i.7, !llvm.loop !1
# >
# >  yes.i.7:                                          ; preds = %on1.i.6
# >    %81 = icmp eq i64 %80, -1
# >    %82 = icmp eq i64 %70, -9223372036854775808
# >    %83 = and i1 %81, %82
# >    br i1 %83, label %exit.i, label %on1.i.7, !prof !0
# >
# >  on1.i.7:                                          ; preds = %yes.i.7
# >    %84 = srem i64 %70, %80
# >    %85 = xor i64 %84, %80
# >    %86 = icmp slt i64 %85, 0
# >    %87 = icmp ne i64 %84, 0
# >    %88 = and i1 %87, %86
# >    %89 = select i1 %88, i64 %80, i64 0
# >    %90 = add i64 %89, %84
# >    %91 = load atomic i32, ptr %0 monotonic, align 4
# >    %92 = icmp eq i32 %91, 0
# >    br i1 %92, label %polled.i.7, label %asked.i.7, !prof !3
# >
# >  asked.i.7:                                        ; preds = %on1.i.7
# >    %93 = tail call i32 @fora_poll(ptr nonnull %0)
# >    %94 = icmp eq i32 %93, 0
# >    br i1 %94, label %polled.i.7, label %stopped.i, !prof !3
# >
# >  polled.i.7:                                       ; preds = %asked.i.7, %on1.i.7
# >    %.not.i.7 = icmp eq i64 %90, 0
# >    br i1 %.not.i.7, label %fora_function_0.exit, label %yes.i, !llvm.loop !4
# >
# >  fora_function_0.exit:                             ; preds = %on1.i, %on1.i.1, %on1.i.2, %on1.i.3, %on1.i.4, %on1.i.5, %on1.i.6, %polled.i.7, %entry, %exit.i, %stopped.i
# >    %95 = phi i64 [ 0, %stopped.i ], [ %13, %exit.i ], [ %3, %entry ], [ %7, %on1.i ], [ %20, %on1.i.1 ], [ %30, %on1.i.2 ], [ %40, %on1.i.3 ], [ %50, %on1.i.4 ], [ %60, %on1.i.5 ], [ %70, %on1.i.6 ], [ %80, %polled.i.7 ]
# >    %96 = phi i32 [ 1, %stopped.i ], [ %11, %exit.i ], [ 0, %entry ], [ 0, %on1.i ], [ 0, %on1.i.1 ], [ 0, %on1.i.2 ], [ 0, %on1.i.3 ], [ 0, %on1.i.4 ], [ 0, %on1.i.5 ], [ 0, %on1.i.6 ], [ 0, %polled.i.7 ]
# >    store i64 %95, ptr %2, align 8
# >    ret i32 %96
# >  }
