# Two calls that share no result: the second is forked before the first, and joined where its result is needed.
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def main():
    return fib(12)
# > fora dump --phase=simplify --function fib --types Int
# >  typed 0 "fib" of 1 values (%0) returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b2:3 [%0=%0, %4=%5, %6=%7]
# >    frame 2 b2:7 [%7=%8, %8=%9, %10=%11]
# >    frame 3 b2:8 [%7=%8, %11=%12]
# >  b0(%0 "n": Int):
# >    %2: Int = const {index=2, flag}
# >    %3: Bool = int.compare %0, %2 {compare="<"}
# >    branch %3 b1() b2()
# >  b1():
# >    return %0
# >  b2():
# >    %5: Function fib#1<> = make_function
# >    %6: Int = const {index=1, flag}
# >    %7: Int = int.sub %0, %6 {flag}
# >    %8: Int = call_direct %7 {fs=1}
# >    %9: Function fib#1<> = make_function
# >    %10: Int = const {index=2, flag}
# >    %11: Int = int.sub %0, %10 {flag}
# >    %12: Int = call_direct %11 {fs=2}
# >    %13: Int = int.add %8, %12 {fs=3}
# >    return %13
# >  }
# > fora dump --phase=parallelize --function fib --types Int
# >  typed 0 "fib" of 1 values (%0) inlined returns Int {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 "n": Int):
# >    %2: Int = const {index=2, flag}
# >    %3: Bool = int.compare %0, %2 {compare="<"}
# >    branch %3 b1() b2()
# >  b1():
# >    return %0
# >  b2():
# >    tail_call %0 {index=1}
# >  }
# >  typed 1 "fib" of 1 returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b2:3 [%0=%0, %4=%5, %6=%7]
# >    frame 2 b2:7 [%7=%8, %8=%9, %10=%11]
# >    frame 3 b2:8 [%7=%8, %11=%12]
# >  b0(%0 "n": Int):
# >    jump b1()
# >  b1():
# >    %5: Function fib#1<> = make_function
# >    %6: Int = const {index=1, flag}
# >    %7: Int = int.sub %0, %6 {flag}
# >    %10: Int = const {index=2, flag}
# >    %11: Int = int.sub %0, %10 {flag}
# >    %15: Int = const {index=2, flag}
# >    %16: Bool = int.compare %11, %15 {compare="<"}
# >    %17: Bool = const {index=1, flag}
# >    %18: Bool = bool.not %16
# >    %19: Bool = bool.and %18, %17
# >    %20: Int = fork %19, %11
# >    %8: Int = call_direct %7 {index=5, fs=1}
# >    %9: Function fib#1<> = make_function
# >    %12: Int = join %20 {index=5, fs=2}
# >    %13: Int = int.add %8, %12 {fs=3}
# >    return %13
# >  }
# >  typed 2 "fib" of 1 inlined returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b2:3 [%0=%0, %4=%5, %6=%7]
# >    frame 2 b2:7 [%7=%8, %8=%9, %10=%11]
# >    frame 3 b2:8 [%7=%8, %11=%12]
# >  b0(%0 "n": Int):
# >    jump b1()
# >  b1():
# >    %5: Function fib#1<> = make_function
# >    %6: Int = const {index=1, flag}
# >    %7: Int = int.sub %0, %6 {flag}
# >    %8: Int = call_direct %7 {fs=1}
# >    %9: Function fib#1<> = make_function
# >    %10: Int = const {index=2, flag}
# >    %11: Int = int.sub %0, %10 {flag}
# >    %12: Int = call_direct %11 {fs=2}
# >    %13: Int = int.add %8, %12 {fs=3}
# >    return %13
# >  }
# >  typed 3 "fib" of 1 values (%0) inlined returns Int {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 "n": Int):
# >    %2: Int = const {index=2, flag}
# >    %3: Bool = int.compare %0, %2 {compare="<"}
# >    branch %3 b1() b2()
# >  b1():
# >    return %0
# >  b2():
# >    tail_call %0 {index=2}
# >  }
# >  typed 4 "fib" of 1 inlined returns Int {
# >    frame 0 b0:0 [%0=%0]
# >    frame 1 b2:3 [%0=%0, %4=%5, %6=%7]
# >    frame 2 b2:7 [%7=%8, %8=%9, %10=%11]
# >    frame 3 b2:8 [%7=%8, %11=%12]
# >  b0(%0 "n": Int):
# >    jump b1()
# >  b1():
# >    %5: Function fib#1<> = make_function
# >    %6: Int = const {index=1, flag}
# >    %7: Int = int.sub %0, %6 {flag}
# >    %8: Int = call_direct %7 {index=3, fs=1}
# >    %9: Function fib#1<> = make_function
# >    %10: Int = const {index=2, flag}
# >    %11: Int = int.sub %0, %10 {flag}
# >    %12: Int = call_direct %11 {index=3, fs=2}
# >    %13: Int = int.add %8, %12 {fs=3}
# >    return %13
# >  }
# >  typed 5 "fib" of 1 values (%0) inlined returns Int {
# >    frame 0 b0:0 [%0=%0]
# >  b0(%0 "n": Int):
# >    %2: Int = const {index=2, flag}
# >    %3: Bool = int.compare %0, %2 {compare="<"}
# >    branch %3 b1() b2()
# >  b1():
# >    return %0
# >  b2():
# >    tail_call %0 {index=4}
# >  }
# > fora dump --phase=llvm --cpu=generic --function fib --types Int
# >  define internal fastcc { i64, i32 } @fora_function_1(ptr %0, i64 %1) unnamed_addr {
# >  entry:
# >    %2 = alloca [5 x i64], align 8
# >    %3 = tail call i64 @llvm.read_register.i64(metadata !0)
# >    %4 = getelementptr inbounds i8, ptr %0, i64 8
# >    %5 = load i64, ptr %4, align 4
# >    %6 = icmp ult i64 %3, %5
# >    br i1 %6, label %deep, label %on, !prof !1
# >
# >  deep:                                             ; preds = %entry
# >    %7 = tail call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, i64 %1)
# >    br label %left
# >
# >  on:                                               ; preds = %entry
# >    %8 = add nsw i64 %1, -1
# >    %9 = add nsw i64 %1, -2
# >    %10 = icmp sgt i64 %1, 3
# >    %11 = getelementptr inbounds i8, ptr %2, i64 12
# >    store i32 2, ptr %11, align 4
# >    br i1 %10, label %fork.poll, label %forked
# >
# >  left:                                             ; preds = %exit, %exit.after1, %discarded6, %deep
# >    %12 = phi i32 [ %7, %deep ], [ %210, %discarded6 ], [ %202, %exit.after1 ], [ %208, %exit ]
# >    %13 = getelementptr inbounds i8, ptr %0, i64 72
# >    %14 = load i64, ptr %13, align 8
# >    br label %return
# >
# >  fork.poll:                                        ; preds = %on
# >    %15 = load atomic i32, ptr %0 monotonic, align 4
# >    %16 = icmp eq i32 %15, 0
# >    br i1 %16, label %no.i5.i.i12, label %asked, !prof !2
# >
# >  forked:                                           ; preds = %on
# >    %.not75 = icmp eq i64 %1, 3
# >    br i1 %.not75, label %returned2.i.i31, label %returned2
# >
# >  no.i5.i.i12:                                      ; preds = %asked, %fork.poll
# >    %17 = add nsw i64 %1, -3
# >    %18 = icmp ult i64 %17, 2
# >    br i1 %18, label %returned2.i.i15.i.i45, label %fora_function_0.exit6.i.i7.i.i14
# >
# >  fora_function_0.exit6.i.i7.i.i14:                 ; preds = %no.i5.i.i12
# >    %19 = getelementptr inbounds i8, ptr %2, i64 12
# >    %20 = load i32, ptr %19, align 4
# >    %21 = icmp eq i32 %20, 2
# >    %22 = select i1 %10, i1 %21, i1 false
# >    br i1 %22, label %fork.mark, label %28
# >
# >  fork.mark:                                        ; preds = %fora_function_0.exit6.i.i7.i.i14
# >    %23 = getelementptr inbounds i8, ptr %0, i64 16
# >    %24 = load ptr, ptr %23, align 8
# >    store ptr %24, ptr %2, align 8
# >    %25 = getelementptr inbounds i8, ptr %2, i64 8
# >    store i64 0, ptr %25, align 8
# >    %26 = getelementptr inbounds i8, ptr %2, i64 16
# >    store ptr @fora_fork_sites, ptr %26, align 8
# >    %27 = getelementptr inbounds i8, ptr %2, i64 32
# >    store i64 %9, ptr %27, align 8
# >    store ptr %2, ptr %23, align 8
# >    br label %28
# >
# >  28:                                               ; preds = %fora_function_0.exit6.i.i7.i.i14, %fork.mark
# >    %29 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %17)
# >    %30 = extractvalue { i64, i32 } %29, 0
# >    %31 = extractvalue { i64, i32 } %29, 1
# >    %32 = icmp eq i32 %31, 0
# >    br i1 %32, label %returned.i.i11.i.i41, label %exit.after.i.i8.i.i15, !prof !3
# >
# >  exit.after.i.i8.i.i15:                            ; preds = %28
# >    %33 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %31, i64 %9, i64 %17)
# >    %34 = icmp eq i32 %31, 1
# >    br i1 %34, label %exit.after.i.i19.thread, label %fora_function_3.exit18.i.i18
# >
# >  returned.i.i11.i.i41:                             ; preds = %28
# >    %35 = add nsw i64 %1, -4
# >    %36 = icmp ult i64 %35, 2
# >    br i1 %36, label %returned2.i.i15.i.i45, label %fora_function_0.exit.i.i13.i.i43
# >
# >  fora_function_0.exit.i.i13.i.i43:                 ; preds = %returned.i.i11.i.i41
# >    %37 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %35)
# >    %38 = extractvalue { i64, i32 } %37, 0
# >    %39 = extractvalue { i64, i32 } %37, 1
# >    %40 = icmp eq i32 %39, 0
# >    br i1 %40, label %returned2.i.i15.i.i45, label %exit.after1.i.i14.i.i44, !prof !3
# >
# >  exit.after1.i.i14.i.i44:                          ; preds = %fora_function_0.exit.i.i13.i.i43
# >    %41 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %39, i64 %30, i64 %35)
# >    %42 = icmp eq i32 %39, 1
# >    br i1 %42, label %exit.after.i.i19.thread, label %fora_function_3.exit18.i.i18
# >
# >  returned2.i.i15.i.i45:                            ; preds = %no.i5.i.i12, %returned.i.i11.i.i41, %fora_function_0.exit.i.i13.i.i43
# >    %43 = phi i64 [ %38, %fora_function_0.exit.i.i13.i.i43 ], [ 1, %returned.i.i11.i.i41 ], [ 0, %no.i5.i.i12 ]
# >    %44 = phi i64 [ %30, %fora_function_0.exit.i.i13.i.i43 ], [ %30, %returned.i.i11.i.i41 ], [ 1, %no.i5.i.i12 ]
# >    %45 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %44, i64 %43)
# >    %46 = extractvalue { i64, i1 } %45, 1
# >    br i1 %46, label %exit.i.i17.i.i47, label %fora_function_3.exit18.i.i18.thread52, !prof !1
# >
# >  exit.i.i17.i.i47:                                 ; preds = %returned2.i.i15.i.i45
# >    %47 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %44, i64 %43)
# >    br label %fora_function_3.exit18.i.i18
# >
# >  fora_function_3.exit18.i.i18.thread52:            ; preds = %returned2.i.i15.i.i45
# >    %48 = extractvalue { i64, i1 } %45, 0
# >    br label %returned.i.i22
# >
# >  exit.after.i.i19.thread:                          ; preds = %exit.after1.i.i14.i.i44, %exit.after.i.i8.i.i15
# >    %49 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 1, i64 %8, i64 %9)
# >    br label %exit.after
# >
# >  fora_function_3.exit18.i.i18:                     ; preds = %exit.after.i.i8.i.i15, %exit.after1.i.i14.i.i44, %exit.i.i17.i.i47
# >    %50 = phi i32 [ %33, %exit.after.i.i8.i.i15 ], [ %41, %exit.after1.i.i14.i.i44 ], [ %47, %exit.i.i17.i.i47 ]
# >    %51 = getelementptr inbounds i8, ptr %0, i64 72
# >    %52 = load i64, ptr %51, align 8
# >    %53 = icmp eq i32 %50, 0
# >    br i1 %53, label %returned.i.i22, label %exit.after.i.i19, !prof !4
# >
# >  exit.after.i.i19:                                 ; preds = %fora_function_3.exit18.i.i18
# >    %54 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 %50, i64 %8, i64 %9)
# >    %55 = icmp eq i32 %50, 1
# >    br i1 %55, label %exit.after, label %fora_function_5.exit48
# >
# >  returned.i.i22:                                   ; preds = %fora_function_3.exit18.i.i18.thread52, %fora_function_3.exit18.i.i18
# >    %56 = phi i64 [ %52, %fora_function_3.exit18.i.i18 ], [ %48, %fora_function_3.exit18.i.i18.thread52 ]
# >    br i1 %18, label %returned2.i.i31, label %no.i.i.i23
# >
# >  no.i.i.i23:                                       ; preds = %returned.i.i22
# >    %57 = add nsw i64 %1, -4
# >    %58 = icmp ult i64 %57, 2
# >    br i1 %58, label %returned2.i.i.i.i38, label %fora_function_0.exit6.i.i.i.i25
# >
# >  fora_function_0.exit6.i.i.i.i25:                  ; preds = %no.i.i.i23
# >    %59 = getelementptr inbounds i8, ptr %2, i64 12
# >    %60 = load i32, ptr %59, align 4
# >    %61 = icmp eq i32 %60, 2
# >    %62 = select i1 %10, i1 %61, i1 false
# >    br i1 %62, label %fork.mark79, label %68
# >
# >  fork.mark79:                                      ; preds = %fora_function_0.exit6.i.i.i.i25
# >    %63 = getelementptr inbounds i8, ptr %0, i64 16
# >    %64 = load ptr, ptr %63, align 8
# >    store ptr %64, ptr %2, align 8
# >    %65 = getelementptr inbounds i8, ptr %2, i64 8
# >    store i64 0, ptr %65, align 8
# >    %66 = getelementptr inbounds i8, ptr %2, i64 16
# >    store ptr @fora_fork_sites, ptr %66, align 8
# >    %67 = getelementptr inbounds i8, ptr %2, i64 32
# >    store i64 %9, ptr %67, align 8
# >    store ptr %2, ptr %63, align 8
# >    br label %68
# >
# >  68:                                               ; preds = %fora_function_0.exit6.i.i.i.i25, %fork.mark79
# >    %69 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %57)
# >    %70 = extractvalue { i64, i32 } %69, 0
# >    %71 = extractvalue { i64, i32 } %69, 1
# >    %72 = icmp eq i32 %71, 0
# >    br i1 %72, label %returned.i.i.i.i34, label %exit.after.i.i.i.i26, !prof !5
# >
# >  exit.after.i.i.i.i26:                             ; preds = %68
# >    %73 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %71, i64 %17, i64 %57)
# >    %74 = icmp eq i32 %71, 1
# >    br i1 %74, label %exit.after1.i.i30.thread, label %fora_function_3.exit.i.i29
# >
# >  returned.i.i.i.i34:                               ; preds = %68
# >    %75 = add nsw i64 %1, -5
# >    %76 = icmp ult i64 %75, 2
# >    br i1 %76, label %returned2.i.i.i.i38, label %fora_function_0.exit.i.i.i.i36
# >
# >  fora_function_0.exit.i.i.i.i36:                   ; preds = %returned.i.i.i.i34
# >    %77 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %75)
# >    %78 = extractvalue { i64, i32 } %77, 0
# >    %79 = extractvalue { i64, i32 } %77, 1
# >    %80 = icmp eq i32 %79, 0
# >    br i1 %80, label %returned2.i.i.i.i38, label %exit.after1.i.i.i.i37, !prof !5
# >
# >  exit.after1.i.i.i.i37:                            ; preds = %fora_function_0.exit.i.i.i.i36
# >    %81 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %79, i64 %70, i64 %75)
# >    %82 = icmp eq i32 %79, 1
# >    br i1 %82, label %exit.after1.i.i30.thread, label %fora_function_3.exit.i.i29
# >
# >  returned2.i.i.i.i38:                              ; preds = %no.i.i.i23, %returned.i.i.i.i34, %fora_function_0.exit.i.i.i.i36
# >    %83 = phi i64 [ %78, %fora_function_0.exit.i.i.i.i36 ], [ 1, %returned.i.i.i.i34 ], [ 0, %no.i.i.i23 ]
# >    %84 = phi i64 [ %70, %fora_function_0.exit.i.i.i.i36 ], [ %70, %returned.i.i.i.i34 ], [ 1, %no.i.i.i23 ]
# >    %85 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %84, i64 %83)
# >    %86 = extractvalue { i64, i1 } %85, 1
# >    br i1 %86, label %exit.i.i.i.i40, label %fora_function_3.exit.i.i29.thread59, !prof !1
# >
# >  exit.i.i.i.i40:                                   ; preds = %returned2.i.i.i.i38
# >    %87 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %84, i64 %83)
# >    br label %fora_function_3.exit.i.i29
# >
# >  fora_function_3.exit.i.i29.thread59:              ; preds = %returned2.i.i.i.i38
# >    %88 = extractvalue { i64, i1 } %85, 0
# >    br label %returned2.i.i31
# >
# >  exit.after1.i.i30.thread:                         ; preds = %exit.after1.i.i.i.i37, %exit.after.i.i.i.i26
# >    %89 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 1, i64 %56, i64 %17)
# >    br label %exit.after
# >
# >  fora_function_3.exit.i.i29:                       ; preds = %exit.after.i.i.i.i26, %exit.after1.i.i.i.i37, %exit.i.i.i.i40
# >    %90 = phi i32 [ %73, %exit.after.i.i.i.i26 ], [ %81, %exit.after1.i.i.i.i37 ], [ %87, %exit.i.i.i.i40 ]
# >    %91 = getelementptr inbounds i8, ptr %0, i64 72
# >    %92 = load i64, ptr %91, align 8
# >    %93 = icmp eq i32 %90, 0
# >    br i1 %93, label %returned2.i.i31, label %exit.after1.i.i30, !prof !6
# >
# >  exit.after1.i.i30:                                ; preds = %fora_function_3.exit.i.i29
# >    %94 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 %90, i64 %56, i64 %17)
# >    %95 = icmp eq i32 %90, 1
# >    br i1 %95, label %exit.after, label %fora_function_5.exit48
# >
# >  returned2.i.i31:                                  ; preds = %forked, %returned.i.i22, %fora_function_3.exit.i.i29.thread59, %fora_function_3.exit.i.i29
# >    %96 = phi i64 [ %92, %fora_function_3.exit.i.i29 ], [ %88, %fora_function_3.exit.i.i29.thread59 ], [ 1, %returned.i.i22 ], [ 0, %forked ]
# >    %97 = phi i64 [ %56, %fora_function_3.exit.i.i29 ], [ %56, %fora_function_3.exit.i.i29.thread59 ], [ %56, %returned.i.i22 ], [ 1, %forked ]
# >    %98 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %97, i64 %96)
# >    %99 = extractvalue { i64, i1 } %98, 1
# >    br i1 %99, label %exit.i.i33, label %fora_function_5.exit48.thread61, !prof !1
# >
# >  exit.i.i33:                                       ; preds = %returned2.i.i31
# >    %100 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 208), i32 0, i64 %97, i64 %96)
# >    br label %fora_function_5.exit48
# >
# >  fora_function_5.exit48.thread61:                  ; preds = %returned2.i.i31
# >    %101 = extractvalue { i64, i1 } %98, 0
# >    br label %returned
# >
# >  fora_function_5.exit48:                           ; preds = %exit.after.i.i19, %exit.after1.i.i30, %exit.i.i33
# >    %102 = phi i32 [ %54, %exit.after.i.i19 ], [ %94, %exit.after1.i.i30 ], [ %100, %exit.i.i33 ]
# >    %103 = getelementptr inbounds i8, ptr %0, i64 72
# >    %104 = load i64, ptr %103, align 8
# >    %105 = icmp eq i32 %102, 0
# >    br i1 %105, label %returned, label %exit.after, !prof !7
# >
# >  asked:                                            ; preds = %fork.poll
# >    %106 = call i32 @fora_poll(ptr nonnull %0)
# >    %107 = icmp eq i32 %106, 0
# >    br i1 %107, label %no.i5.i.i12, label %stopped, !prof !2
# >
# >  stopped:                                          ; preds = %asked
# >    %108 = getelementptr inbounds i8, ptr %2, i64 12
# >    %109 = load i32, ptr %108, align 4
# >    %.not = icmp eq i32 %109, 2
# >    br i1 %.not, label %discarded, label %discard.marked
# >
# >  discard.marked:                                   ; preds = %stopped
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %2)
# >    br label %discarded
# >
# >  discarded:                                        ; preds = %discard.marked, %stopped
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64))
# >    br label %return
# >
# >  return:                                           ; preds = %exit.after1.thread, %exit.after1, %discarded6, %left, %on3, %discarded
# >    %110 = phi i64 [ 0, %discarded ], [ %209, %on3 ], [ %14, %left ], [ 0, %discarded6 ], [ 0, %exit.after1 ], [ 0, %exit.after1.thread ]
# >    %111 = phi i32 [ 1, %discarded ], [ 0, %on3 ], [ %12, %left ], [ 1, %discarded6 ], [ 1, %exit.after1 ], [ 1, %exit.after1.thread ]
# >    %112 = insertvalue { i64, i32 } poison, i64 %110, 0
# >    %113 = insertvalue { i64, i32 } %112, i32 %111, 1
# >    ret { i64, i32 } %113
# >
# >  exit.after:                                       ; preds = %exit.after1.i.i30.thread, %exit.after.i.i19.thread, %exit.after1.i.i30, %exit.after.i.i19, %fora_function_5.exit48
# >    %114 = phi i32 [ %102, %fora_function_5.exit48 ], [ 1, %exit.after.i.i19 ], [ 1, %exit.after1.i.i30 ], [ 1, %exit.after.i.i19.thread ], [ 1, %exit.after1.i.i30.thread ]
# >    %115 = getelementptr inbounds i8, ptr %2, i64 12
# >    %116 = load i32, ptr %115, align 4
# >    %117 = icmp ne i32 %116, 2
# >    %118 = select i1 %10, i1 %117, i1 false
# >    br i1 %118, label %discard.marked4, label %discarded6
# >
# >  returned:                                         ; preds = %fora_function_5.exit48.thread61, %fora_function_5.exit48
# >    %119 = phi i64 [ %104, %fora_function_5.exit48 ], [ %101, %fora_function_5.exit48.thread61 ]
# >    %120 = getelementptr inbounds i8, ptr %2, i64 12
# >    %121 = load i32, ptr %120, align 4
# >    %122 = icmp ne i32 %121, 2
# >    %or.cond = select i1 %10, i1 %122, i1 false
# >    br i1 %or.cond, label %join.marked, label %join.here
# >
# >  join.marked:                                      ; preds = %returned
# >    %123 = getelementptr inbounds i8, ptr %0, i64 16
# >    %124 = load ptr, ptr %2, align 8
# >    store ptr %124, ptr %123, align 8
# >    %125 = icmp eq i32 %121, 0
# >    br i1 %125, label %no.i, label %join.there, !prof !2
# >
# >  join.here:                                        ; preds = %returned
# >    %126 = icmp ult i64 %1, 4
# >    br i1 %126, label %returned2, label %no.i
# >
# >  no.i:                                             ; preds = %join.marked, %join.here
# >    %127 = add nsw i64 %1, -3
# >    %128 = icmp ult i64 %127, 2
# >    br i1 %128, label %returned2.i.i, label %no.i5.i.i
# >
# >  no.i5.i.i:                                        ; preds = %no.i
# >    %129 = add nsw i64 %1, -4
# >    %130 = icmp ult i64 %129, 2
# >    br i1 %130, label %returned2.i.i15.i.i, label %fora_function_0.exit6.i.i7.i.i
# >
# >  fora_function_0.exit6.i.i7.i.i:                   ; preds = %no.i5.i.i
# >    %131 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %129)
# >    %132 = extractvalue { i64, i32 } %131, 0
# >    %133 = extractvalue { i64, i32 } %131, 1
# >    %134 = icmp eq i32 %133, 0
# >    br i1 %134, label %returned.i.i11.i.i, label %exit.after.i.i8.i.i, !prof !3
# >
# >  exit.after.i.i8.i.i:                              ; preds = %fora_function_0.exit6.i.i7.i.i
# >    %135 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %133, i64 %127, i64 %129)
# >    %136 = icmp eq i32 %133, 1
# >    br i1 %136, label %exit.after.i.i.thread, label %fora_function_3.exit18.i.i
# >
# >  returned.i.i11.i.i:                               ; preds = %fora_function_0.exit6.i.i7.i.i
# >    %137 = add nsw i64 %1, -5
# >    %138 = icmp ult i64 %137, 2
# >    br i1 %138, label %returned2.i.i15.i.i, label %fora_function_0.exit.i.i13.i.i
# >
# >  fora_function_0.exit.i.i13.i.i:                   ; preds = %returned.i.i11.i.i
# >    %139 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %137)
# >    %140 = extractvalue { i64, i32 } %139, 0
# >    %141 = extractvalue { i64, i32 } %139, 1
# >    %142 = icmp eq i32 %141, 0
# >    br i1 %142, label %returned2.i.i15.i.i, label %exit.after1.i.i14.i.i, !prof !3
# >
# >  exit.after1.i.i14.i.i:                            ; preds = %fora_function_0.exit.i.i13.i.i
# >    %143 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %141, i64 %132, i64 %137)
# >    %144 = icmp eq i32 %141, 1
# >    br i1 %144, label %exit.after.i.i.thread, label %fora_function_3.exit18.i.i
# >
# >  returned2.i.i15.i.i:                              ; preds = %no.i5.i.i, %returned.i.i11.i.i, %fora_function_0.exit.i.i13.i.i
# >    %145 = phi i64 [ %140, %fora_function_0.exit.i.i13.i.i ], [ 1, %returned.i.i11.i.i ], [ 0, %no.i5.i.i ]
# >    %146 = phi i64 [ %132, %fora_function_0.exit.i.i13.i.i ], [ %132, %returned.i.i11.i.i ], [ 1, %no.i5.i.i ]
# >    %147 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %146, i64 %145)
# >    %148 = extractvalue { i64, i1 } %147, 1
# >    br i1 %148, label %exit.i.i17.i.i, label %fora_function_3.exit18.i.i.thread67, !prof !1
# >
# >  exit.i.i17.i.i:                                   ; preds = %returned2.i.i15.i.i
# >    %149 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %146, i64 %145)
# >    br label %fora_function_3.exit18.i.i
# >
# >  fora_function_3.exit18.i.i.thread67:              ; preds = %returned2.i.i15.i.i
# >    %150 = extractvalue { i64, i1 } %147, 0
# >    br label %returned.i.i
# >
# >  exit.after.i.i.thread:                            ; preds = %exit.after1.i.i14.i.i, %exit.after.i.i8.i.i
# >    %151 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 1, i64 %9, i64 %127)
# >    br label %exit.after1.thread
# >
# >  fora_function_3.exit18.i.i:                       ; preds = %exit.after.i.i8.i.i, %exit.after1.i.i14.i.i, %exit.i.i17.i.i
# >    %152 = phi i32 [ %135, %exit.after.i.i8.i.i ], [ %143, %exit.after1.i.i14.i.i ], [ %149, %exit.i.i17.i.i ]
# >    %153 = getelementptr inbounds i8, ptr %0, i64 72
# >    %154 = load i64, ptr %153, align 8
# >    %155 = icmp eq i32 %152, 0
# >    br i1 %155, label %returned.i.i, label %exit.after.i.i, !prof !8
# >
# >  exit.after.i.i:                                   ; preds = %fora_function_3.exit18.i.i
# >    %156 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 %152, i64 %9, i64 %127)
# >    %157 = icmp eq i32 %152, 1
# >    br i1 %157, label %exit.after1.thread, label %left.i.i
# >
# >  returned.i.i:                                     ; preds = %fora_function_3.exit18.i.i.thread67, %fora_function_3.exit18.i.i
# >    %158 = phi i64 [ %154, %fora_function_3.exit18.i.i ], [ %150, %fora_function_3.exit18.i.i.thread67 ]
# >    br i1 %130, label %returned2.i.i, label %no.i.i.i
# >
# >  no.i.i.i:                                         ; preds = %returned.i.i
# >    %159 = add nsw i64 %1, -5
# >    %160 = icmp ult i64 %159, 2
# >    br i1 %160, label %returned2.i.i.i.i, label %fora_function_0.exit6.i.i.i.i
# >
# >  fora_function_0.exit6.i.i.i.i:                    ; preds = %no.i.i.i
# >    %161 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %159)
# >    %162 = extractvalue { i64, i32 } %161, 0
# >    %163 = extractvalue { i64, i32 } %161, 1
# >    %164 = icmp eq i32 %163, 0
# >    br i1 %164, label %returned.i.i.i.i, label %exit.after.i.i.i.i, !prof !3
# >
# >  exit.after.i.i.i.i:                               ; preds = %fora_function_0.exit6.i.i.i.i
# >    %165 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %163, i64 %129, i64 %159)
# >    %166 = icmp eq i32 %163, 1
# >    br i1 %166, label %exit.after1.i.i.thread, label %fora_function_3.exit.i.i
# >
# >  returned.i.i.i.i:                                 ; preds = %fora_function_0.exit6.i.i.i.i
# >    %167 = add nsw i64 %1, -6
# >    %168 = icmp ult i64 %167, 2
# >    br i1 %168, label %returned2.i.i.i.i, label %fora_function_0.exit.i.i.i.i
# >
# >  fora_function_0.exit.i.i.i.i:                     ; preds = %returned.i.i.i.i
# >    %169 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %167)
# >    %170 = extractvalue { i64, i32 } %169, 0
# >    %171 = extractvalue { i64, i32 } %169, 1
# >    %172 = icmp eq i32 %171, 0
# >    br i1 %172, label %returned2.i.i.i.i, label %exit.after1.i.i.i.i, !prof !3
# >
# >  exit.after1.i.i.i.i:                              ; preds = %fora_function_0.exit.i.i.i.i
# >    %173 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %171, i64 %162, i64 %167)
# >    %174 = icmp eq i32 %171, 1
# >    br i1 %174, label %exit.after1.i.i.thread, label %fora_function_3.exit.i.i
# >
# >  returned2.i.i.i.i:                                ; preds = %no.i.i.i, %returned.i.i.i.i, %fora_function_0.exit.i.i.i.i
# >    %175 = phi i64 [ %170, %fora_function_0.exit.i.i.i.i ], [ 1, %returned.i.i.i.i ], [ 0, %no.i.i.i ]
# >    %176 = phi i64 [ %162, %fora_function_0.exit.i.i.i.i ], [ %162, %returned.i.i.i.i ], [ 1, %no.i.i.i ]
# >    %177 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %176, i64 %175)
# >    %178 = extractvalue { i64, i1 } %177, 1
# >    br i1 %178, label %exit.i.i.i.i, label %fora_function_3.exit.i.i.thread74, !prof !1
# >
# >  exit.i.i.i.i:                                     ; preds = %returned2.i.i.i.i
# >    %179 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %176, i64 %175)
# >    br label %fora_function_3.exit.i.i
# >
# >  fora_function_3.exit.i.i.thread74:                ; preds = %returned2.i.i.i.i
# >    %180 = extractvalue { i64, i1 } %177, 0
# >    br label %returned2.i.i
# >
# >  exit.after1.i.i.thread:                           ; preds = %exit.after1.i.i.i.i, %exit.after.i.i.i.i
# >    %181 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 1, i64 %158, i64 %129)
# >    br label %exit.after1.thread
# >
# >  fora_function_3.exit.i.i:                         ; preds = %exit.after.i.i.i.i, %exit.after1.i.i.i.i, %exit.i.i.i.i
# >    %182 = phi i32 [ %165, %exit.after.i.i.i.i ], [ %173, %exit.after1.i.i.i.i ], [ %179, %exit.i.i.i.i ]
# >    %183 = getelementptr inbounds i8, ptr %0, i64 72
# >    %184 = load i64, ptr %183, align 8
# >    %185 = icmp eq i32 %182, 0
# >    br i1 %185, label %returned2.i.i, label %exit.after1.i.i, !prof !9
# >
# >  exit.after1.i.i:                                  ; preds = %fora_function_3.exit.i.i
# >    %186 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 %182, i64 %158, i64 %129)
# >    %187 = icmp eq i32 %182, 1
# >    br i1 %187, label %exit.after1.thread, label %left.i.i
# >
# >  returned2.i.i:                                    ; preds = %no.i, %returned.i.i, %fora_function_3.exit.i.i.thread74, %fora_function_3.exit.i.i
# >    %188 = phi i64 [ %184, %fora_function_3.exit.i.i ], [ %180, %fora_function_3.exit.i.i.thread74 ], [ 1, %returned.i.i ], [ 0, %no.i ]
# >    %189 = phi i64 [ %158, %fora_function_3.exit.i.i ], [ %158, %fora_function_3.exit.i.i.thread74 ], [ %158, %returned.i.i ], [ 1, %no.i ]
# >    %190 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %189, i64 %188)
# >    %191 = extractvalue { i64, i1 } %190, 1
# >    br i1 %191, label %exit.i.i, label %on.i.i, !prof !1
# >
# >  exit.i.i:                                         ; preds = %returned2.i.i
# >    %192 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 208), i32 0, i64 %189, i64 %188)
# >    br label %left.i.i
# >
# >  on.i.i:                                           ; preds = %returned2.i.i
# >    %193 = extractvalue { i64, i1 } %190, 0
# >    br label %returned2
# >
# >  left.i.i:                                         ; preds = %exit.i.i, %exit.after1.i.i, %exit.after.i.i
# >    %194 = phi i32 [ %156, %exit.after.i.i ], [ %186, %exit.after1.i.i ], [ %192, %exit.i.i ]
# >    %195 = getelementptr inbounds i8, ptr %0, i64 72
# >    br label %joined
# >
# >  join.there:                                       ; preds = %join.marked
# >    %196 = getelementptr inbounds i8, ptr %0, i64 72
# >    %197 = call i32 @fora_join(ptr nonnull %0, ptr nonnull %2, ptr nonnull %196)
# >    br label %joined
# >
# >  exit.after1.thread:                               ; preds = %exit.after.i.i, %exit.after1.i.i, %exit.after.i.i.thread, %exit.after1.i.i.thread
# >    %198 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48), i32 1, i64 %119, i64 %9)
# >    br label %return
# >
# >  joined:                                           ; preds = %left.i.i, %join.there
# >    %.sink = phi ptr [ %195, %left.i.i ], [ %196, %join.there ]
# >    %199 = phi i32 [ %194, %left.i.i ], [ %197, %join.there ]
# >    %200 = load i64, ptr %.sink, align 8
# >    %201 = icmp eq i32 %199, 0
# >    br i1 %201, label %returned2, label %exit.after1, !prof !10
# >
# >  exit.after1:                                      ; preds = %joined
# >    %202 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48), i32 %199, i64 %119, i64 %9)
# >    %203 = icmp eq i32 %199, 1
# >    br i1 %203, label %return, label %left
# >
# >  returned2:                                        ; preds = %forked, %on.i.i, %join.here, %joined
# >    %204 = phi i64 [ %200, %joined ], [ %193, %on.i.i ], [ 1, %join.here ], [ %9, %forked ]
# >    %205 = phi i64 [ %119, %joined ], [ %119, %on.i.i ], [ %119, %join.here ], [ %8, %forked ]
# >    %206 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %205, i64 %204)
# >    %207 = extractvalue { i64, i1 } %206, 1
# >    br i1 %207, label %exit, label %on3, !prof !1
# >
# >  exit:                                             ; preds = %returned2
# >    %208 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64), i32 0, i64 %205, i64 %204)
# >    br label %left
# >
# >  on3:                                              ; preds = %returned2
# >    %209 = extractvalue { i64, i1 } %206, 0
# >    br label %return
# >
# >  discard.marked4:                                  ; preds = %exit.after
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %2)
# >    br label %discarded6
# >
# >  discarded6:                                       ; preds = %discard.marked4, %exit.after
# >    %210 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32), i32 %114, i64 %1, i64 %8)
# >    %211 = icmp eq i32 %114, 1
# >    br i1 %211, label %return, label %left
# >  }
# >  define i32 @fora_entry_0(ptr %0, ptr nocapture readonly %1, ptr nocapture writeonly %2) local_unnamed_addr {
# >  entry:
# >    %3 = load i64, ptr %1, align 8
# >    %4 = icmp slt i64 %3, 2
# >    br i1 %4, label %fora_function_0.exit, label %no.i
# >
# >  no.i:                                             ; preds = %entry
# >    %5 = tail call fastcc { i64, i32 } @fora_function_1(ptr %0, i64 %3)
# >    %6 = extractvalue { i64, i32 } %5, 0
# >    %7 = extractvalue { i64, i32 } %5, 1
# >    br label %fora_function_0.exit
# >
# >  fora_function_0.exit:                             ; preds = %entry, %no.i
# >    %8 = phi i64 [ %6, %no.i ], [ %3, %entry ]
# >    %9 = phi i32 [ %7, %no.i ], [ 0, %entry ]
# >    store i64 %8, ptr %2, align 8
# >    ret i32 %9
# >  }
# >  define void @fora_release_arguments_0(ptr nocapture readnone %0) local_unnamed_addr {
# >  entry:
# >    ret void
# >  }
# >  define void @fora_release_result_0(ptr nocapture readnone %0) local_unnamed_addr {
# >  entry:
# >    ret void
# >  }
