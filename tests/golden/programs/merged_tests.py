# The tests of two divisors become one, of the quotients: a sum that isn't finite. LLVM packs the divisions as if there
# were no test; the cold side divides anew, one by one.
def quotients(a, b, c, d):
    return a / b, c / d


def attempt(a, b, c, d):
    try:
        return quotients(a, b, c, d)
    except ZeroDivisionError as e:
        return str(e)


def main():
    return [attempt(1.0, b, 3.0, d) for b in (2.0, 0.0, 1e-320) for d in (4.0, -0.0, float("nan"))]
# > fora dump --phase=llvm --cpu=generic --function quotients --types 'Float; Float; Float; Float'
# >  define range(i32 0, 2) i32 @fora_entry_0(ptr %0, ptr nocapture readonly %1, ptr nocapture writeonly %2) local_unnamed_addr {
# >  entry:
# >    %3 = alloca [2 x i64], align 8
# >    %4 = alloca [4 x i64], align 16
# >    %5 = load <2 x double>, ptr %1, align 8
# >    %6 = getelementptr inbounds i8, ptr %1, i64 16
# >    %7 = load <2 x double>, ptr %6, align 8
# >    %8 = shufflevector <2 x double> %5, <2 x double> %7, <2 x i32> <i32 0, i32 2>
# >    %9 = shufflevector <2 x double> %5, <2 x double> poison, <2 x i32> <i32 1, i32 poison>
# >    %10 = shufflevector <2 x double> %9, <2 x double> %7, <2 x i32> <i32 0, i32 3>
# >    %11 = fdiv <2 x double> %8, %10
# >    %shift = shufflevector <2 x double> %11, <2 x double> poison, <2 x i32> <i32 1, i32 poison>
# >    %12 = fadd <2 x double> %11, %shift
# >    %13 = fsub <2 x double> %12, %12
# >    %14 = extractelement <2 x double> %13, i64 0
# >    %15 = fcmp uno double %14, 0.000000e+00
# >    br i1 %15, label %suspicious, label %fora_function_0.exit, !prof !0
# >
# >  suspicious:                                       ; preds = %entry
# >    %16 = extractelement <2 x double> %5, i64 0
# >    %17 = extractelement <2 x double> %5, i64 1
# >    %18 = fdiv double %16, %17
# >    %19 = fcmp oeq double %17, 0.000000e+00
# >    br i1 %19, label %exit.i, label %on.i, !prof !0
# >
# >  exit.i:                                           ; preds = %suspicious
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store <2 x double> %5, ptr %4, align 16
# >    %20 = getelementptr inbounds i8, ptr %4, i64 16
# >    store <2 x double> %7, ptr %20, align 16
# >    %21 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    br label %fora_function_0.exit
# >
# >  on.i:                                             ; preds = %suspicious
# >    %22 = extractelement <2 x double> %7, i64 1
# >    %23 = fcmp oeq double %22, 0.000000e+00
# >    br i1 %23, label %exit1.i, label %fora_function_0.exit, !prof !0
# >
# >  exit1.i:                                          ; preds = %on.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store <2 x double> %7, ptr %4, align 16
# >    %24 = getelementptr inbounds i8, ptr %4, i64 16
# >    store double %18, ptr %24, align 16
# >    %25 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    br label %fora_function_0.exit
# >
# >  fora_function_0.exit:                             ; preds = %entry, %exit.i, %on.i, %exit1.i
# >    %26 = phi i32 [ 1, %exit.i ], [ 1, %exit1.i ], [ 0, %on.i ], [ 0, %entry ]
# >    %27 = phi <2 x double> [ zeroinitializer, %exit.i ], [ zeroinitializer, %exit1.i ], [ %11, %on.i ], [ %11, %entry ]
# >    store <2 x double> %27, ptr %2, align 8
# >    ret i32 %26
# >  }
