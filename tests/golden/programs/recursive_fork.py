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
# >    %11 = select i1 %10, i32 2, i32 3
# >    %12 = getelementptr inbounds i8, ptr %2, i64 12
# >    store i32 %11, ptr %12, align 4
# >    %13 = load atomic i32, ptr %0 monotonic, align 4
# >    %14 = icmp eq i32 %13, 0
# >    br i1 %14, label %polled, label %asked, !prof !2
# >
# >  left:                                             ; preds = %exit, %exit.after1, %discarded6, %deep
# >    %15 = phi i32 [ %7, %deep ], [ %210, %discarded6 ], [ %203, %exit.after1 ], [ %208, %exit ]
# >    %16 = getelementptr inbounds i8, ptr %0, i64 72
# >    %17 = load i64, ptr %16, align 8
# >    br label %return
# >
# >  asked:                                            ; preds = %on
# >    %18 = call i32 @fora_poll(ptr nonnull %0)
# >    %19 = icmp eq i32 %18, 0
# >    br i1 %19, label %polled, label %stopped, !prof !2
# >
# >  stopped:                                          ; preds = %asked
# >    %20 = getelementptr inbounds i8, ptr %2, i64 12
# >    %21 = load i32, ptr %20, align 4
# >    %22 = icmp ult i32 %21, 2
# >    br i1 %22, label %discard.marked, label %discarded
# >
# >  polled:                                           ; preds = %asked, %on
# >    %23 = icmp slt i64 %1, 3
# >    br i1 %23, label %returned, label %no.i11
# >
# >  no.i11:                                           ; preds = %polled
# >    %24 = icmp ult i64 %9, 2
# >    br i1 %24, label %returned2.i.i31, label %no.i5.i.i12
# >
# >  no.i5.i.i12:                                      ; preds = %no.i11
# >    %25 = add nsw i64 %1, -3
# >    %26 = icmp ult i64 %25, 2
# >    br i1 %26, label %returned2.i.i15.i.i45, label %fora_function_0.exit6.i.i7.i.i14
# >
# >  fora_function_0.exit6.i.i7.i.i14:                 ; preds = %no.i5.i.i12
# >    %27 = getelementptr inbounds i8, ptr %2, i64 12
# >    %28 = load i32, ptr %27, align 4
# >    %29 = icmp eq i32 %28, 2
# >    br i1 %29, label %fork.mark, label %35
# >
# >  fork.mark:                                        ; preds = %fora_function_0.exit6.i.i7.i.i14
# >    %30 = getelementptr inbounds i8, ptr %0, i64 16
# >    %31 = load ptr, ptr %30, align 8
# >    store ptr %31, ptr %2, align 8
# >    %32 = getelementptr inbounds i8, ptr %2, i64 8
# >    store i64 0, ptr %32, align 8
# >    %33 = getelementptr inbounds i8, ptr %2, i64 16
# >    store ptr @fora_fork_sites, ptr %33, align 8
# >    %34 = getelementptr inbounds i8, ptr %2, i64 32
# >    store i64 %9, ptr %34, align 8
# >    store ptr %2, ptr %30, align 8
# >    br label %35
# >
# >  35:                                               ; preds = %fora_function_0.exit6.i.i7.i.i14, %fork.mark
# >    %36 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %25)
# >    %37 = extractvalue { i64, i32 } %36, 0
# >    %38 = extractvalue { i64, i32 } %36, 1
# >    %39 = icmp eq i32 %38, 0
# >    br i1 %39, label %returned.i.i11.i.i41, label %exit.after.i.i8.i.i15, !prof !3
# >
# >  exit.after.i.i8.i.i15:                            ; preds = %35
# >    %40 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %38, i64 %9, i64 %25)
# >    %41 = icmp eq i32 %38, 1
# >    br i1 %41, label %exit.after.i.i19.thread, label %fora_function_3.exit18.i.i18
# >
# >  returned.i.i11.i.i41:                             ; preds = %35
# >    %42 = add nsw i64 %1, -4
# >    %43 = icmp ult i64 %42, 2
# >    br i1 %43, label %returned2.i.i15.i.i45, label %fora_function_0.exit.i.i13.i.i43
# >
# >  fora_function_0.exit.i.i13.i.i43:                 ; preds = %returned.i.i11.i.i41
# >    %44 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %42)
# >    %45 = extractvalue { i64, i32 } %44, 0
# >    %46 = extractvalue { i64, i32 } %44, 1
# >    %47 = icmp eq i32 %46, 0
# >    br i1 %47, label %returned2.i.i15.i.i45, label %exit.after1.i.i14.i.i44, !prof !3
# >
# >  exit.after1.i.i14.i.i44:                          ; preds = %fora_function_0.exit.i.i13.i.i43
# >    %48 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %46, i64 %37, i64 %42)
# >    %49 = icmp eq i32 %46, 1
# >    br i1 %49, label %exit.after.i.i19.thread, label %fora_function_3.exit18.i.i18
# >
# >  returned2.i.i15.i.i45:                            ; preds = %no.i5.i.i12, %returned.i.i11.i.i41, %fora_function_0.exit.i.i13.i.i43
# >    %50 = phi i64 [ %45, %fora_function_0.exit.i.i13.i.i43 ], [ 1, %returned.i.i11.i.i41 ], [ 0, %no.i5.i.i12 ]
# >    %51 = phi i64 [ %37, %fora_function_0.exit.i.i13.i.i43 ], [ %37, %returned.i.i11.i.i41 ], [ 1, %no.i5.i.i12 ]
# >    %52 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %51, i64 %50)
# >    %53 = extractvalue { i64, i1 } %52, 1
# >    br i1 %53, label %exit.i.i17.i.i47, label %fora_function_3.exit18.i.i18.thread52, !prof !1
# >
# >  exit.i.i17.i.i47:                                 ; preds = %returned2.i.i15.i.i45
# >    %54 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %51, i64 %50)
# >    br label %fora_function_3.exit18.i.i18
# >
# >  fora_function_3.exit18.i.i18.thread52:            ; preds = %returned2.i.i15.i.i45
# >    %55 = extractvalue { i64, i1 } %52, 0
# >    br label %returned.i.i22
# >
# >  exit.after.i.i19.thread:                          ; preds = %exit.after1.i.i14.i.i44, %exit.after.i.i8.i.i15
# >    %56 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 1, i64 %8, i64 %9)
# >    br label %exit.after
# >
# >  fora_function_3.exit18.i.i18:                     ; preds = %exit.after.i.i8.i.i15, %exit.after1.i.i14.i.i44, %exit.i.i17.i.i47
# >    %57 = phi i32 [ %40, %exit.after.i.i8.i.i15 ], [ %48, %exit.after1.i.i14.i.i44 ], [ %54, %exit.i.i17.i.i47 ]
# >    %58 = getelementptr inbounds i8, ptr %0, i64 72
# >    %59 = load i64, ptr %58, align 8
# >    %60 = icmp eq i32 %57, 0
# >    br i1 %60, label %returned.i.i22, label %exit.after.i.i19, !prof !4
# >
# >  exit.after.i.i19:                                 ; preds = %fora_function_3.exit18.i.i18
# >    %61 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 %57, i64 %8, i64 %9)
# >    %62 = icmp eq i32 %57, 1
# >    br i1 %62, label %exit.after, label %fora_function_5.exit48
# >
# >  returned.i.i22:                                   ; preds = %fora_function_3.exit18.i.i18.thread52, %fora_function_3.exit18.i.i18
# >    %63 = phi i64 [ %59, %fora_function_3.exit18.i.i18 ], [ %55, %fora_function_3.exit18.i.i18.thread52 ]
# >    br i1 %26, label %returned2.i.i31, label %no.i.i.i23
# >
# >  no.i.i.i23:                                       ; preds = %returned.i.i22
# >    %64 = add nsw i64 %1, -4
# >    %65 = icmp ult i64 %64, 2
# >    br i1 %65, label %returned2.i.i.i.i38, label %fora_function_0.exit6.i.i.i.i25
# >
# >  fora_function_0.exit6.i.i.i.i25:                  ; preds = %no.i.i.i23
# >    %66 = getelementptr inbounds i8, ptr %2, i64 12
# >    %67 = load i32, ptr %66, align 4
# >    %68 = icmp eq i32 %67, 2
# >    br i1 %68, label %fork.mark75, label %74
# >
# >  fork.mark75:                                      ; preds = %fora_function_0.exit6.i.i.i.i25
# >    %69 = getelementptr inbounds i8, ptr %0, i64 16
# >    %70 = load ptr, ptr %69, align 8
# >    store ptr %70, ptr %2, align 8
# >    %71 = getelementptr inbounds i8, ptr %2, i64 8
# >    store i64 0, ptr %71, align 8
# >    %72 = getelementptr inbounds i8, ptr %2, i64 16
# >    store ptr @fora_fork_sites, ptr %72, align 8
# >    %73 = getelementptr inbounds i8, ptr %2, i64 32
# >    store i64 %9, ptr %73, align 8
# >    store ptr %2, ptr %69, align 8
# >    br label %74
# >
# >  74:                                               ; preds = %fora_function_0.exit6.i.i.i.i25, %fork.mark75
# >    %75 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %64)
# >    %76 = extractvalue { i64, i32 } %75, 0
# >    %77 = extractvalue { i64, i32 } %75, 1
# >    %78 = icmp eq i32 %77, 0
# >    br i1 %78, label %returned.i.i.i.i34, label %exit.after.i.i.i.i26, !prof !3
# >
# >  exit.after.i.i.i.i26:                             ; preds = %74
# >    %79 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %77, i64 %25, i64 %64)
# >    %80 = icmp eq i32 %77, 1
# >    br i1 %80, label %exit.after1.i.i30.thread, label %fora_function_3.exit.i.i29
# >
# >  returned.i.i.i.i34:                               ; preds = %74
# >    %81 = add nsw i64 %1, -5
# >    %82 = icmp ult i64 %81, 2
# >    br i1 %82, label %returned2.i.i.i.i38, label %fora_function_0.exit.i.i.i.i36
# >
# >  fora_function_0.exit.i.i.i.i36:                   ; preds = %returned.i.i.i.i34
# >    %83 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %81)
# >    %84 = extractvalue { i64, i32 } %83, 0
# >    %85 = extractvalue { i64, i32 } %83, 1
# >    %86 = icmp eq i32 %85, 0
# >    br i1 %86, label %returned2.i.i.i.i38, label %exit.after1.i.i.i.i37, !prof !3
# >
# >  exit.after1.i.i.i.i37:                            ; preds = %fora_function_0.exit.i.i.i.i36
# >    %87 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %85, i64 %76, i64 %81)
# >    %88 = icmp eq i32 %85, 1
# >    br i1 %88, label %exit.after1.i.i30.thread, label %fora_function_3.exit.i.i29
# >
# >  returned2.i.i.i.i38:                              ; preds = %no.i.i.i23, %returned.i.i.i.i34, %fora_function_0.exit.i.i.i.i36
# >    %89 = phi i64 [ %84, %fora_function_0.exit.i.i.i.i36 ], [ 1, %returned.i.i.i.i34 ], [ 0, %no.i.i.i23 ]
# >    %90 = phi i64 [ %76, %fora_function_0.exit.i.i.i.i36 ], [ %76, %returned.i.i.i.i34 ], [ 1, %no.i.i.i23 ]
# >    %91 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %90, i64 %89)
# >    %92 = extractvalue { i64, i1 } %91, 1
# >    br i1 %92, label %exit.i.i.i.i40, label %fora_function_3.exit.i.i29.thread59, !prof !1
# >
# >  exit.i.i.i.i40:                                   ; preds = %returned2.i.i.i.i38
# >    %93 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %90, i64 %89)
# >    br label %fora_function_3.exit.i.i29
# >
# >  fora_function_3.exit.i.i29.thread59:              ; preds = %returned2.i.i.i.i38
# >    %94 = extractvalue { i64, i1 } %91, 0
# >    br label %returned2.i.i31
# >
# >  exit.after1.i.i30.thread:                         ; preds = %exit.after1.i.i.i.i37, %exit.after.i.i.i.i26
# >    %95 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 1, i64 %63, i64 %25)
# >    br label %exit.after
# >
# >  fora_function_3.exit.i.i29:                       ; preds = %exit.after.i.i.i.i26, %exit.after1.i.i.i.i37, %exit.i.i.i.i40
# >    %96 = phi i32 [ %79, %exit.after.i.i.i.i26 ], [ %87, %exit.after1.i.i.i.i37 ], [ %93, %exit.i.i.i.i40 ]
# >    %97 = getelementptr inbounds i8, ptr %0, i64 72
# >    %98 = load i64, ptr %97, align 8
# >    %99 = icmp eq i32 %96, 0
# >    br i1 %99, label %returned2.i.i31, label %exit.after1.i.i30, !prof !5
# >
# >  exit.after1.i.i30:                                ; preds = %fora_function_3.exit.i.i29
# >    %100 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 %96, i64 %63, i64 %25)
# >    %101 = icmp eq i32 %96, 1
# >    br i1 %101, label %exit.after, label %fora_function_5.exit48
# >
# >  returned2.i.i31:                                  ; preds = %no.i11, %returned.i.i22, %fora_function_3.exit.i.i29.thread59, %fora_function_3.exit.i.i29
# >    %102 = phi i64 [ %98, %fora_function_3.exit.i.i29 ], [ %94, %fora_function_3.exit.i.i29.thread59 ], [ 1, %returned.i.i22 ], [ 0, %no.i11 ]
# >    %103 = phi i64 [ %63, %fora_function_3.exit.i.i29 ], [ %63, %fora_function_3.exit.i.i29.thread59 ], [ %63, %returned.i.i22 ], [ 1, %no.i11 ]
# >    %104 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %103, i64 %102)
# >    %105 = extractvalue { i64, i1 } %104, 1
# >    br i1 %105, label %exit.i.i33, label %fora_function_5.exit48.thread61, !prof !1
# >
# >  exit.i.i33:                                       ; preds = %returned2.i.i31
# >    %106 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 208), i32 0, i64 %103, i64 %102)
# >    br label %fora_function_5.exit48
# >
# >  fora_function_5.exit48.thread61:                  ; preds = %returned2.i.i31
# >    %107 = extractvalue { i64, i1 } %104, 0
# >    br label %returned
# >
# >  fora_function_5.exit48:                           ; preds = %exit.after.i.i19, %exit.after1.i.i30, %exit.i.i33
# >    %108 = phi i32 [ %61, %exit.after.i.i19 ], [ %100, %exit.after1.i.i30 ], [ %106, %exit.i.i33 ]
# >    %109 = getelementptr inbounds i8, ptr %0, i64 72
# >    %110 = load i64, ptr %109, align 8
# >    %111 = icmp eq i32 %108, 0
# >    br i1 %111, label %returned, label %exit.after, !prof !4
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
# >    %112 = phi i64 [ 0, %discarded ], [ %209, %on3 ], [ %17, %left ], [ 0, %discarded6 ], [ 0, %exit.after1 ], [ 0, %exit.after1.thread ]
# >    %113 = phi i32 [ 1, %discarded ], [ 0, %on3 ], [ %15, %left ], [ 1, %discarded6 ], [ 1, %exit.after1 ], [ 1, %exit.after1.thread ]
# >    %114 = insertvalue { i64, i32 } poison, i64 %112, 0
# >    %115 = insertvalue { i64, i32 } %114, i32 %113, 1
# >    ret { i64, i32 } %115
# >
# >  exit.after:                                       ; preds = %exit.after1.i.i30.thread, %exit.after.i.i19.thread, %exit.after1.i.i30, %exit.after.i.i19, %fora_function_5.exit48
# >    %116 = phi i32 [ %108, %fora_function_5.exit48 ], [ 1, %exit.after.i.i19 ], [ 1, %exit.after1.i.i30 ], [ 1, %exit.after.i.i19.thread ], [ 1, %exit.after1.i.i30.thread ]
# >    %117 = getelementptr inbounds i8, ptr %2, i64 12
# >    %118 = load i32, ptr %117, align 4
# >    %119 = icmp ult i32 %118, 2
# >    br i1 %119, label %discard.marked4, label %discarded6
# >
# >  returned:                                         ; preds = %polled, %fora_function_5.exit48.thread61, %fora_function_5.exit48
# >    %120 = phi i64 [ %110, %fora_function_5.exit48 ], [ %107, %fora_function_5.exit48.thread61 ], [ %8, %polled ]
# >    %121 = getelementptr inbounds i8, ptr %2, i64 12
# >    %122 = load i32, ptr %121, align 4
# >    %123 = icmp ult i32 %122, 2
# >    br i1 %123, label %join.marked, label %join.here
# >
# >  join.marked:                                      ; preds = %returned
# >    %124 = getelementptr inbounds i8, ptr %0, i64 16
# >    %125 = load ptr, ptr %2, align 8
# >    store ptr %125, ptr %124, align 8
# >    %126 = icmp eq i32 %122, 0
# >    br i1 %126, label %join.here, label %join.there, !prof !2
# >
# >  join.here:                                        ; preds = %join.marked, %returned
# >    %127 = icmp slt i64 %1, 4
# >    br i1 %127, label %returned2, label %no.i
# >
# >  no.i:                                             ; preds = %join.here
# >    %128 = add nsw i64 %1, -3
# >    %129 = icmp ult i64 %128, 2
# >    br i1 %129, label %returned2.i.i, label %no.i5.i.i
# >
# >  no.i5.i.i:                                        ; preds = %no.i
# >    %130 = add nsw i64 %1, -4
# >    %131 = icmp ult i64 %130, 2
# >    br i1 %131, label %returned2.i.i15.i.i, label %fora_function_0.exit6.i.i7.i.i
# >
# >  fora_function_0.exit6.i.i7.i.i:                   ; preds = %no.i5.i.i
# >    %132 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %130)
# >    %133 = extractvalue { i64, i32 } %132, 0
# >    %134 = extractvalue { i64, i32 } %132, 1
# >    %135 = icmp eq i32 %134, 0
# >    br i1 %135, label %returned.i.i11.i.i, label %exit.after.i.i8.i.i, !prof !3
# >
# >  exit.after.i.i8.i.i:                              ; preds = %fora_function_0.exit6.i.i7.i.i
# >    %136 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %134, i64 %128, i64 %130)
# >    %137 = icmp eq i32 %134, 1
# >    br i1 %137, label %exit.after.i.i.thread, label %fora_function_3.exit18.i.i
# >
# >  returned.i.i11.i.i:                               ; preds = %fora_function_0.exit6.i.i7.i.i
# >    %138 = add nsw i64 %1, -5
# >    %139 = icmp ult i64 %138, 2
# >    br i1 %139, label %returned2.i.i15.i.i, label %fora_function_0.exit.i.i13.i.i
# >
# >  fora_function_0.exit.i.i13.i.i:                   ; preds = %returned.i.i11.i.i
# >    %140 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %138)
# >    %141 = extractvalue { i64, i32 } %140, 0
# >    %142 = extractvalue { i64, i32 } %140, 1
# >    %143 = icmp eq i32 %142, 0
# >    br i1 %143, label %returned2.i.i15.i.i, label %exit.after1.i.i14.i.i, !prof !3
# >
# >  exit.after1.i.i14.i.i:                            ; preds = %fora_function_0.exit.i.i13.i.i
# >    %144 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %142, i64 %133, i64 %138)
# >    %145 = icmp eq i32 %142, 1
# >    br i1 %145, label %exit.after.i.i.thread, label %fora_function_3.exit18.i.i
# >
# >  returned2.i.i15.i.i:                              ; preds = %no.i5.i.i, %returned.i.i11.i.i, %fora_function_0.exit.i.i13.i.i
# >    %146 = phi i64 [ %141, %fora_function_0.exit.i.i13.i.i ], [ 1, %returned.i.i11.i.i ], [ 0, %no.i5.i.i ]
# >    %147 = phi i64 [ %133, %fora_function_0.exit.i.i13.i.i ], [ %133, %returned.i.i11.i.i ], [ 1, %no.i5.i.i ]
# >    %148 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %147, i64 %146)
# >    %149 = extractvalue { i64, i1 } %148, 1
# >    br i1 %149, label %exit.i.i17.i.i, label %fora_function_3.exit18.i.i.thread65, !prof !1
# >
# >  exit.i.i17.i.i:                                   ; preds = %returned2.i.i15.i.i
# >    %150 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %147, i64 %146)
# >    br label %fora_function_3.exit18.i.i
# >
# >  fora_function_3.exit18.i.i.thread65:              ; preds = %returned2.i.i15.i.i
# >    %151 = extractvalue { i64, i1 } %148, 0
# >    br label %returned.i.i
# >
# >  exit.after.i.i.thread:                            ; preds = %exit.after1.i.i14.i.i, %exit.after.i.i8.i.i
# >    %152 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 1, i64 %9, i64 %128)
# >    br label %exit.after1.thread
# >
# >  fora_function_3.exit18.i.i:                       ; preds = %exit.after.i.i8.i.i, %exit.after1.i.i14.i.i, %exit.i.i17.i.i
# >    %153 = phi i32 [ %136, %exit.after.i.i8.i.i ], [ %144, %exit.after1.i.i14.i.i ], [ %150, %exit.i.i17.i.i ]
# >    %154 = getelementptr inbounds i8, ptr %0, i64 72
# >    %155 = load i64, ptr %154, align 8
# >    %156 = icmp eq i32 %153, 0
# >    br i1 %156, label %returned.i.i, label %exit.after.i.i, !prof !4
# >
# >  exit.after.i.i:                                   ; preds = %fora_function_3.exit18.i.i
# >    %157 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 %153, i64 %9, i64 %128)
# >    %158 = icmp eq i32 %153, 1
# >    br i1 %158, label %exit.after1.thread, label %left.i.i
# >
# >  returned.i.i:                                     ; preds = %fora_function_3.exit18.i.i.thread65, %fora_function_3.exit18.i.i
# >    %159 = phi i64 [ %155, %fora_function_3.exit18.i.i ], [ %151, %fora_function_3.exit18.i.i.thread65 ]
# >    br i1 %131, label %returned2.i.i, label %no.i.i.i
# >
# >  no.i.i.i:                                         ; preds = %returned.i.i
# >    %160 = add nsw i64 %1, -5
# >    %161 = icmp ult i64 %160, 2
# >    br i1 %161, label %returned2.i.i.i.i, label %fora_function_0.exit6.i.i.i.i
# >
# >  fora_function_0.exit6.i.i.i.i:                    ; preds = %no.i.i.i
# >    %162 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %160)
# >    %163 = extractvalue { i64, i32 } %162, 0
# >    %164 = extractvalue { i64, i32 } %162, 1
# >    %165 = icmp eq i32 %164, 0
# >    br i1 %165, label %returned.i.i.i.i, label %exit.after.i.i.i.i, !prof !3
# >
# >  exit.after.i.i.i.i:                               ; preds = %fora_function_0.exit6.i.i.i.i
# >    %166 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %164, i64 %130, i64 %160)
# >    %167 = icmp eq i32 %164, 1
# >    br i1 %167, label %exit.after1.i.i.thread, label %fora_function_3.exit.i.i
# >
# >  returned.i.i.i.i:                                 ; preds = %fora_function_0.exit6.i.i.i.i
# >    %168 = add nsw i64 %1, -6
# >    %169 = icmp ult i64 %168, 2
# >    br i1 %169, label %returned2.i.i.i.i, label %fora_function_0.exit.i.i.i.i
# >
# >  fora_function_0.exit.i.i.i.i:                     ; preds = %returned.i.i.i.i
# >    %170 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %168)
# >    %171 = extractvalue { i64, i32 } %170, 0
# >    %172 = extractvalue { i64, i32 } %170, 1
# >    %173 = icmp eq i32 %172, 0
# >    br i1 %173, label %returned2.i.i.i.i, label %exit.after1.i.i.i.i, !prof !3
# >
# >  exit.after1.i.i.i.i:                              ; preds = %fora_function_0.exit.i.i.i.i
# >    %174 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %172, i64 %163, i64 %168)
# >    %175 = icmp eq i32 %172, 1
# >    br i1 %175, label %exit.after1.i.i.thread, label %fora_function_3.exit.i.i
# >
# >  returned2.i.i.i.i:                                ; preds = %no.i.i.i, %returned.i.i.i.i, %fora_function_0.exit.i.i.i.i
# >    %176 = phi i64 [ %171, %fora_function_0.exit.i.i.i.i ], [ 1, %returned.i.i.i.i ], [ 0, %no.i.i.i ]
# >    %177 = phi i64 [ %163, %fora_function_0.exit.i.i.i.i ], [ %163, %returned.i.i.i.i ], [ 1, %no.i.i.i ]
# >    %178 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %177, i64 %176)
# >    %179 = extractvalue { i64, i1 } %178, 1
# >    br i1 %179, label %exit.i.i.i.i, label %fora_function_3.exit.i.i.thread72, !prof !1
# >
# >  exit.i.i.i.i:                                     ; preds = %returned2.i.i.i.i
# >    %180 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %177, i64 %176)
# >    br label %fora_function_3.exit.i.i
# >
# >  fora_function_3.exit.i.i.thread72:                ; preds = %returned2.i.i.i.i
# >    %181 = extractvalue { i64, i1 } %178, 0
# >    br label %returned2.i.i
# >
# >  exit.after1.i.i.thread:                           ; preds = %exit.after1.i.i.i.i, %exit.after.i.i.i.i
# >    %182 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 1, i64 %159, i64 %130)
# >    br label %exit.after1.thread
# >
# >  fora_function_3.exit.i.i:                         ; preds = %exit.after.i.i.i.i, %exit.after1.i.i.i.i, %exit.i.i.i.i
# >    %183 = phi i32 [ %166, %exit.after.i.i.i.i ], [ %174, %exit.after1.i.i.i.i ], [ %180, %exit.i.i.i.i ]
# >    %184 = getelementptr inbounds i8, ptr %0, i64 72
# >    %185 = load i64, ptr %184, align 8
# >    %186 = icmp eq i32 %183, 0
# >    br i1 %186, label %returned2.i.i, label %exit.after1.i.i, !prof !5
# >
# >  exit.after1.i.i:                                  ; preds = %fora_function_3.exit.i.i
# >    %187 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 %183, i64 %159, i64 %130)
# >    %188 = icmp eq i32 %183, 1
# >    br i1 %188, label %exit.after1.thread, label %left.i.i
# >
# >  returned2.i.i:                                    ; preds = %no.i, %returned.i.i, %fora_function_3.exit.i.i.thread72, %fora_function_3.exit.i.i
# >    %189 = phi i64 [ %185, %fora_function_3.exit.i.i ], [ %181, %fora_function_3.exit.i.i.thread72 ], [ 1, %returned.i.i ], [ 0, %no.i ]
# >    %190 = phi i64 [ %159, %fora_function_3.exit.i.i ], [ %159, %fora_function_3.exit.i.i.thread72 ], [ %159, %returned.i.i ], [ 1, %no.i ]
# >    %191 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %190, i64 %189)
# >    %192 = extractvalue { i64, i1 } %191, 1
# >    br i1 %192, label %exit.i.i, label %on.i.i, !prof !1
# >
# >  exit.i.i:                                         ; preds = %returned2.i.i
# >    %193 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 208), i32 0, i64 %190, i64 %189)
# >    br label %left.i.i
# >
# >  on.i.i:                                           ; preds = %returned2.i.i
# >    %194 = extractvalue { i64, i1 } %191, 0
# >    br label %returned2
# >
# >  left.i.i:                                         ; preds = %exit.i.i, %exit.after1.i.i, %exit.after.i.i
# >    %195 = phi i32 [ %157, %exit.after.i.i ], [ %187, %exit.after1.i.i ], [ %193, %exit.i.i ]
# >    %196 = getelementptr inbounds i8, ptr %0, i64 72
# >    br label %joined
# >
# >  join.there:                                       ; preds = %join.marked
# >    %197 = getelementptr inbounds i8, ptr %0, i64 72
# >    %198 = call i32 @fora_join(ptr nonnull %0, ptr nonnull %2, ptr nonnull %197)
# >    br label %joined
# >
# >  exit.after1.thread:                               ; preds = %exit.after1.i.i.thread, %exit.after.i.i.thread, %exit.after1.i.i, %exit.after.i.i
# >    %199 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48), i32 1, i64 %120, i64 %9)
# >    br label %return
# >
# >  joined:                                           ; preds = %left.i.i, %join.there
# >    %.sink = phi ptr [ %196, %left.i.i ], [ %197, %join.there ]
# >    %200 = phi i32 [ %195, %left.i.i ], [ %198, %join.there ]
# >    %201 = load i64, ptr %.sink, align 8
# >    %202 = icmp eq i32 %200, 0
# >    br i1 %202, label %returned2, label %exit.after1, !prof !6
# >
# >  exit.after1:                                      ; preds = %joined
# >    %203 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48), i32 %200, i64 %120, i64 %9)
# >    %204 = icmp eq i32 %200, 1
# >    br i1 %204, label %return, label %left
# >
# >  returned2:                                        ; preds = %on.i.i, %join.here, %joined
# >    %205 = phi i64 [ %201, %joined ], [ %194, %on.i.i ], [ %9, %join.here ]
# >    %206 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %120, i64 %205)
# >    %207 = extractvalue { i64, i1 } %206, 1
# >    br i1 %207, label %exit, label %on3, !prof !1
# >
# >  exit:                                             ; preds = %returned2
# >    %208 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64), i32 0, i64 %120, i64 %205)
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
# >    %210 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32), i32 %116, i64 %1, i64 %8)
# >    %211 = icmp eq i32 %116, 1
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
