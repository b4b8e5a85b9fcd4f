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
# >    %3 = load double, ptr %1, align 8
# >    %4 = getelementptr inbounds i8, ptr %1, i64 8
# >    %5 = load double, ptr %4, align 8
# >    %6 = getelementptr inbounds i8, ptr %1, i64 16
# >    %7 = load double, ptr %6, align 8
# >    %8 = getelementptr inbounds i8, ptr %1, i64 24
# >    %9 = load double, ptr %8, align 8
# >    %10 = insertelement <2 x double> poison, double %3, i64 0
# >    %11 = insertelement <2 x double> %10, double %7, i64 1
# >    %12 = insertelement <2 x double> poison, double %5, i64 0
# >    %13 = insertelement <2 x double> %12, double %9, i64 1
# >    %14 = fdiv <2 x double> %11, %13
# >    %shift = shufflevector <2 x double> %14, <2 x double> poison, <2 x i32> <i32 1, i32 poison>
# >    %15 = fadd <2 x double> %14, %shift
# >    %16 = fsub <2 x double> %15, %15
# >    %17 = extractelement <2 x double> %16, i64 0
# >    %18 = fcmp uno double %17, 0.000000e+00
# >    br i1 %18, label %suspicious, label %fora_function_0.exit, !prof !0
# >
# >  suspicious:                                       ; preds = %entry
# >    %19 = fdiv double %3, %5
# >    %20 = fcmp oeq double %5, 0.000000e+00
# >    br i1 %20, label %exit.i, label %on.i, !prof !0
# >
# >  exit.i:                                           ; preds = %suspicious
# >    %21 = bitcast double %3 to i64
# >    %22 = bitcast double %5 to i64
# >    %23 = bitcast double %7 to i64
# >    %24 = bitcast double %9 to i64
# >    %25 = tail call i32 (ptr, ptr, i32, ...) @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, i64 %21, i64 %22, i64 %23, i64 %24)
# >    br label %fora_function_0.exit
# >
# >  on.i:                                             ; preds = %suspicious
# >    %26 = fcmp oeq double %9, 0.000000e+00
# >    br i1 %26, label %exit1.i, label %fora_function_0.exit, !prof !0
# >
# >  exit1.i:                                          ; preds = %on.i
# >    %27 = bitcast double %7 to i64
# >    %28 = bitcast double %9 to i64
# >    %29 = bitcast double %19 to i64
# >    %30 = tail call i32 (ptr, ptr, i32, ...) @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32), i32 0, i64 %27, i64 %28, i64 %29)
# >    br label %fora_function_0.exit
# >
# >  fora_function_0.exit:                             ; preds = %entry, %exit.i, %on.i, %exit1.i
# >    %31 = phi i32 [ 1, %exit.i ], [ 1, %exit1.i ], [ 0, %on.i ], [ 0, %entry ]
# >    %32 = phi <2 x double> [ zeroinitializer, %exit.i ], [ zeroinitializer, %exit1.i ], [ %14, %on.i ], [ %14, %entry ]
# >    store <2 x double> %32, ptr %2, align 8
# >    ret i32 %31
# >  }
