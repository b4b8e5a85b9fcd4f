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
# >    %3 = alloca [1 x i64], align 8
# >    %4 = alloca [1 x i64], align 8
# >    %5 = load i64, ptr %1, align 8
# >    %6 = tail call { i64, i1 } @llvm.smul.with.overflow.i64(i64 %5, i64 %5)
# >    %7 = extractvalue { i64, i1 } %6, 1
# >    br i1 %7, label %exit.i, label %on.i, !prof !0
# >
# >  exit.i:                                           ; preds = %entry
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    store i64 %5, ptr %4, align 8
# >    %8 = call i32 @fora_exit(ptr %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, ptr nonnull %4, ptr nonnull %3)
# >    %9 = load i64, ptr %3, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    br label %fora_function_0.exit
# >
# >  on.i:                                             ; preds = %entry
# >    %10 = extractvalue { i64, i1 } %6, 0
# >    %or.cond.i = icmp ugt i64 %5, 1000
# >    br i1 %or.cond.i, label %fora_function_0.exit, label %no2.i
# >
# >  no2.i:                                            ; preds = %on.i
# >    %11 = add nuw nsw i64 %5, 7
# >    %12 = mul nuw nsw i64 %11, %5
# >    %.lhs.trunc = trunc nuw i64 %5 to i16
# >    %13 = urem i16 %.lhs.trunc, 10
# >    %.zext = zext nneg i16 %13 to i64
# >    %14 = sub nsw i64 %12, %.zext
# >    %15 = udiv i16 %.lhs.trunc, 3
# >    %.zext2 = zext nneg i16 %15 to i64
# >    %16 = add nsw i64 %14, %.zext2
# >    br label %fora_function_0.exit
# >
# >  fora_function_0.exit:                             ; preds = %exit.i, %on.i, %no2.i
# >    %17 = phi i64 [ %16, %no2.i ], [ %9, %exit.i ], [ %10, %on.i ]
# >    %18 = phi i32 [ 0, %no2.i ], [ %8, %exit.i ], [ 0, %on.i ]
# >    store i64 %17, ptr %2, align 8
# >    ret i32 %18
# >  }
