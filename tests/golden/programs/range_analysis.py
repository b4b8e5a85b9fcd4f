# What comparisons say of an int removes the checks behind them; before them the same operators are checked.
def polynomial(n):
    outside = n * n
    if n < 0 or n > 1000:
        return outside
    return n * n + 7 * n - n % 10 + n // 3


def main():
    return polynomial(10), polynomial(-10), polynomial(2**40)
# > fora dump --phase=simplify --function polynomial --types Int
# >  typed 0 "polynomial" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b0:0 [%0=%0]
# >  b0(%0 "n": Int):
# >    %2 "outside": Int = int.mul %0, %0 {fs=1}
# >    %3: Int = const {flag}
# >    %4: Bool = int.compare %0, %3 {compare="<"}
# >    branch %4 b1() b2()
# >  b1():
# >    jump b3()
# >  b2():
# >    %7: Int = const {index=1000, flag}
# >    %8: Bool = int.compare %0, %7 {compare=">"}
# >    branch %8 b4() b5()
# >  b3():
# >    return %2
# >  b4():
# >    jump b3()
# >  b5():
# >    %10: Int = int.mul %0, %0 {flag}
# >    %11: Int = const {index=7, flag}
# >    %12: Int = int.mul %11, %0 {flag}
# >    %13: Int = int.add %10, %12 {flag}
# >    %14: Int = const {index=10, flag}
# >    %15: Int = int.mod %0, %14 {index=1, flag}
# >    %16: Int = int.sub %13, %15 {flag}
# >    %17: Int = const {index=3, flag}
# >    %18: Int = int.floordiv %0, %17 {index=1, flag}
# >    %19: Int = int.add %16, %18 {flag}
# >    return %19
# >  }
# > fora dump --phase=llvm --cpu=generic --function polynomial --types Int
# >  define i32 @fora_entry_0(ptr %0, ptr nocapture readonly %1, ptr nocapture writeonly %2) local_unnamed_addr {
# >  entry:
# >    %3 = load i64, ptr %1, align 8
# >    %4 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %3, i64 %3)
# >    %5 = extractvalue { i64, i1 } %4, 1
# >    br i1 %5, label %exit.i, label %on.i, !prof !0
# >
# >  exit.i:                                           ; preds = %entry
# >    %6 = tail call i32 (ptr, ptr, i32, ...) @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, i64 %3)
# >    %7 = getelementptr inbounds i8, ptr %0, i64 72
# >    %8 = load i64, ptr %7, align 8
# >    br label %fora_function_0.exit
# >
# >  on.i:                                             ; preds = %entry
# >    %9 = extractvalue { i64, i1 } %4, 0
# >    %or.cond.i = icmp ugt i64 %3, 1000
# >    br i1 %or.cond.i, label %fora_function_0.exit, label %no2.i
# >
# >  no2.i:                                            ; preds = %on.i
# >    %10 = add nuw nsw i64 %3, 7
# >    %11 = mul nuw nsw i64 %10, %3
# >    %.lhs.trunc = trunc nuw i64 %3 to i16
# >    %12 = urem i16 %.lhs.trunc, 10
# >    %.zext = zext nneg i16 %12 to i64
# >    %13 = sub nsw i64 %11, %.zext
# >    %14 = udiv i16 %.lhs.trunc, 3
# >    %.zext2 = zext nneg i16 %14 to i64
# >    %15 = add nsw i64 %13, %.zext2
# >    br label %fora_function_0.exit
# >
# >  fora_function_0.exit:                             ; preds = %exit.i, %on.i, %no2.i
# >    %16 = phi i64 [ %15, %no2.i ], [ %8, %exit.i ], [ %9, %on.i ]
# >    %17 = phi i32 [ 0, %no2.i ], [ %6, %exit.i ], [ 0, %on.i ]
# >    store i64 %16, ptr %2, align 8
# >    ret i32 %17
# >  }
