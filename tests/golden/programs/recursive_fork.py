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
# >    br i1 %10, label %fork.mark, label %forked
# >
# >  left:                                             ; preds = %exit, %exit.after1, %discarded6, %deep
# >    %11 = phi i32 [ %7, %deep ], [ %187, %discarded6 ], [ %177, %exit.after1 ], [ %183, %exit ]
# >    %12 = getelementptr inbounds i8, ptr %0, i64 72
# >    %13 = load i64, ptr %12, align 8
# >    br label %return
# >
# >  fork.mark:                                        ; preds = %on
# >    %14 = getelementptr inbounds i8, ptr %0, i64 16
# >    %15 = load ptr, ptr %14, align 8
# >    store ptr %15, ptr %2, align 8
# >    %16 = getelementptr inbounds i8, ptr %2, i64 8
# >    store i64 0, ptr %16, align 8
# >    %17 = getelementptr inbounds i8, ptr %2, i64 16
# >    store ptr @fora_fork_sites, ptr %17, align 8
# >    %18 = getelementptr inbounds i8, ptr %2, i64 32
# >    store i64 %9, ptr %18, align 8
# >    store ptr %2, ptr %14, align 8
# >    %19 = load atomic i32, ptr %0 monotonic, align 4
# >    %20 = icmp eq i32 %19, 0
# >    br i1 %20, label %no.i5.i.i11, label %asked, !prof !2
# >
# >  forked:                                           ; preds = %on
# >    %.not = icmp eq i64 %1, 3
# >    br i1 %.not, label %returned2.i.i30, label %returned2
# >
# >  no.i5.i.i11:                                      ; preds = %asked, %fork.mark
# >    %21 = add nsw i64 %1, -3
# >    %22 = icmp ult i64 %21, 2
# >    br i1 %22, label %returned2.i.i15.i.i44, label %fora_function_0.exit6.i.i7.i.i13
# >
# >  fora_function_0.exit6.i.i7.i.i13:                 ; preds = %no.i5.i.i11
# >    %23 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %21)
# >    %24 = extractvalue { i64, i32 } %23, 0
# >    %25 = extractvalue { i64, i32 } %23, 1
# >    %26 = icmp eq i32 %25, 0
# >    br i1 %26, label %returned.i.i11.i.i40, label %exit.after.i.i8.i.i14, !prof !3
# >
# >  exit.after.i.i8.i.i14:                            ; preds = %fora_function_0.exit6.i.i7.i.i13
# >    %27 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %25, i64 %9, i64 %21)
# >    %28 = icmp eq i32 %25, 1
# >    br i1 %28, label %exit.after.i.i18.thread, label %fora_function_3.exit18.i.i17
# >
# >  returned.i.i11.i.i40:                             ; preds = %fora_function_0.exit6.i.i7.i.i13
# >    %29 = add nsw i64 %1, -4
# >    %30 = icmp ult i64 %29, 2
# >    br i1 %30, label %returned2.i.i15.i.i44, label %fora_function_0.exit.i.i13.i.i42
# >
# >  fora_function_0.exit.i.i13.i.i42:                 ; preds = %returned.i.i11.i.i40
# >    %31 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %29)
# >    %32 = extractvalue { i64, i32 } %31, 0
# >    %33 = extractvalue { i64, i32 } %31, 1
# >    %34 = icmp eq i32 %33, 0
# >    br i1 %34, label %returned2.i.i15.i.i44, label %exit.after1.i.i14.i.i43, !prof !3
# >
# >  exit.after1.i.i14.i.i43:                          ; preds = %fora_function_0.exit.i.i13.i.i42
# >    %35 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %33, i64 %24, i64 %29)
# >    %36 = icmp eq i32 %33, 1
# >    br i1 %36, label %exit.after.i.i18.thread, label %fora_function_3.exit18.i.i17
# >
# >  returned2.i.i15.i.i44:                            ; preds = %no.i5.i.i11, %returned.i.i11.i.i40, %fora_function_0.exit.i.i13.i.i42
# >    %37 = phi i64 [ %32, %fora_function_0.exit.i.i13.i.i42 ], [ 1, %returned.i.i11.i.i40 ], [ 0, %no.i5.i.i11 ]
# >    %38 = phi i64 [ %24, %fora_function_0.exit.i.i13.i.i42 ], [ %24, %returned.i.i11.i.i40 ], [ 1, %no.i5.i.i11 ]
# >    %39 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %38, i64 %37)
# >    %40 = extractvalue { i64, i1 } %39, 1
# >    br i1 %40, label %exit.i.i17.i.i46, label %fora_function_3.exit18.i.i17.thread51, !prof !1
# >
# >  exit.i.i17.i.i46:                                 ; preds = %returned2.i.i15.i.i44
# >    %41 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %38, i64 %37)
# >    br label %fora_function_3.exit18.i.i17
# >
# >  fora_function_3.exit18.i.i17.thread51:            ; preds = %returned2.i.i15.i.i44
# >    %42 = extractvalue { i64, i1 } %39, 0
# >    br label %returned.i.i21
# >
# >  exit.after.i.i18.thread:                          ; preds = %exit.after1.i.i14.i.i43, %exit.after.i.i8.i.i14
# >    %43 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 1, i64 %8, i64 %9)
# >    br label %discard.marked4
# >
# >  fora_function_3.exit18.i.i17:                     ; preds = %exit.after.i.i8.i.i14, %exit.after1.i.i14.i.i43, %exit.i.i17.i.i46
# >    %44 = phi i32 [ %27, %exit.after.i.i8.i.i14 ], [ %35, %exit.after1.i.i14.i.i43 ], [ %41, %exit.i.i17.i.i46 ]
# >    %45 = getelementptr inbounds i8, ptr %0, i64 72
# >    %46 = load i64, ptr %45, align 8
# >    %47 = icmp eq i32 %44, 0
# >    br i1 %47, label %returned.i.i21, label %exit.after.i.i18, !prof !4
# >
# >  exit.after.i.i18:                                 ; preds = %fora_function_3.exit18.i.i17
# >    %48 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 %44, i64 %8, i64 %9)
# >    %49 = icmp eq i32 %44, 1
# >    br i1 %49, label %discard.marked4, label %fora_function_5.exit47
# >
# >  returned.i.i21:                                   ; preds = %fora_function_3.exit18.i.i17.thread51, %fora_function_3.exit18.i.i17
# >    %50 = phi i64 [ %46, %fora_function_3.exit18.i.i17 ], [ %42, %fora_function_3.exit18.i.i17.thread51 ]
# >    br i1 %22, label %returned2.i.i30, label %no.i.i.i22
# >
# >  no.i.i.i22:                                       ; preds = %returned.i.i21
# >    %51 = add nsw i64 %1, -4
# >    %52 = icmp ult i64 %51, 2
# >    br i1 %52, label %returned2.i.i.i.i37, label %fora_function_0.exit6.i.i.i.i24
# >
# >  fora_function_0.exit6.i.i.i.i24:                  ; preds = %no.i.i.i22
# >    %53 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %51)
# >    %54 = extractvalue { i64, i32 } %53, 0
# >    %55 = extractvalue { i64, i32 } %53, 1
# >    %56 = icmp eq i32 %55, 0
# >    br i1 %56, label %returned.i.i.i.i33, label %exit.after.i.i.i.i25, !prof !5
# >
# >  exit.after.i.i.i.i25:                             ; preds = %fora_function_0.exit6.i.i.i.i24
# >    %57 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %55, i64 %21, i64 %51)
# >    %58 = icmp eq i32 %55, 1
# >    br i1 %58, label %exit.after1.i.i29.thread, label %fora_function_3.exit.i.i28
# >
# >  returned.i.i.i.i33:                               ; preds = %fora_function_0.exit6.i.i.i.i24
# >    %59 = add nsw i64 %1, -5
# >    %60 = icmp ult i64 %59, 2
# >    br i1 %60, label %returned2.i.i.i.i37, label %fora_function_0.exit.i.i.i.i35
# >
# >  fora_function_0.exit.i.i.i.i35:                   ; preds = %returned.i.i.i.i33
# >    %61 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %59)
# >    %62 = extractvalue { i64, i32 } %61, 0
# >    %63 = extractvalue { i64, i32 } %61, 1
# >    %64 = icmp eq i32 %63, 0
# >    br i1 %64, label %returned2.i.i.i.i37, label %exit.after1.i.i.i.i36, !prof !5
# >
# >  exit.after1.i.i.i.i36:                            ; preds = %fora_function_0.exit.i.i.i.i35
# >    %65 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %63, i64 %54, i64 %59)
# >    %66 = icmp eq i32 %63, 1
# >    br i1 %66, label %exit.after1.i.i29.thread, label %fora_function_3.exit.i.i28
# >
# >  returned2.i.i.i.i37:                              ; preds = %no.i.i.i22, %returned.i.i.i.i33, %fora_function_0.exit.i.i.i.i35
# >    %67 = phi i64 [ %62, %fora_function_0.exit.i.i.i.i35 ], [ 1, %returned.i.i.i.i33 ], [ 0, %no.i.i.i22 ]
# >    %68 = phi i64 [ %54, %fora_function_0.exit.i.i.i.i35 ], [ %54, %returned.i.i.i.i33 ], [ 1, %no.i.i.i22 ]
# >    %69 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %68, i64 %67)
# >    %70 = extractvalue { i64, i1 } %69, 1
# >    br i1 %70, label %exit.i.i.i.i39, label %fora_function_3.exit.i.i28.thread58, !prof !1
# >
# >  exit.i.i.i.i39:                                   ; preds = %returned2.i.i.i.i37
# >    %71 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %68, i64 %67)
# >    br label %fora_function_3.exit.i.i28
# >
# >  fora_function_3.exit.i.i28.thread58:              ; preds = %returned2.i.i.i.i37
# >    %72 = extractvalue { i64, i1 } %69, 0
# >    br label %returned2.i.i30
# >
# >  exit.after1.i.i29.thread:                         ; preds = %exit.after1.i.i.i.i36, %exit.after.i.i.i.i25
# >    %73 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 1, i64 %50, i64 %21)
# >    br label %discard.marked4
# >
# >  fora_function_3.exit.i.i28:                       ; preds = %exit.after.i.i.i.i25, %exit.after1.i.i.i.i36, %exit.i.i.i.i39
# >    %74 = phi i32 [ %57, %exit.after.i.i.i.i25 ], [ %65, %exit.after1.i.i.i.i36 ], [ %71, %exit.i.i.i.i39 ]
# >    %75 = getelementptr inbounds i8, ptr %0, i64 72
# >    %76 = load i64, ptr %75, align 8
# >    %77 = icmp eq i32 %74, 0
# >    br i1 %77, label %returned2.i.i30, label %exit.after1.i.i29, !prof !6
# >
# >  exit.after1.i.i29:                                ; preds = %fora_function_3.exit.i.i28
# >    %78 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 %74, i64 %50, i64 %21)
# >    %79 = icmp eq i32 %74, 1
# >    br i1 %79, label %discard.marked4, label %fora_function_5.exit47
# >
# >  returned2.i.i30:                                  ; preds = %forked, %returned.i.i21, %fora_function_3.exit.i.i28.thread58, %fora_function_3.exit.i.i28
# >    %80 = phi i64 [ %76, %fora_function_3.exit.i.i28 ], [ %72, %fora_function_3.exit.i.i28.thread58 ], [ 1, %returned.i.i21 ], [ 0, %forked ]
# >    %81 = phi i64 [ %50, %fora_function_3.exit.i.i28 ], [ %50, %fora_function_3.exit.i.i28.thread58 ], [ %50, %returned.i.i21 ], [ 1, %forked ]
# >    %82 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %81, i64 %80)
# >    %83 = extractvalue { i64, i1 } %82, 1
# >    br i1 %83, label %exit.i.i32, label %fora_function_5.exit47.thread60, !prof !1
# >
# >  exit.i.i32:                                       ; preds = %returned2.i.i30
# >    %84 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 208), i32 0, i64 %81, i64 %80)
# >    br label %fora_function_5.exit47
# >
# >  fora_function_5.exit47.thread60:                  ; preds = %returned2.i.i30
# >    %85 = extractvalue { i64, i1 } %82, 0
# >    br label %returned
# >
# >  fora_function_5.exit47:                           ; preds = %exit.after.i.i18, %exit.after1.i.i29, %exit.i.i32
# >    %86 = phi i32 [ %48, %exit.after.i.i18 ], [ %78, %exit.after1.i.i29 ], [ %84, %exit.i.i32 ]
# >    %87 = getelementptr inbounds i8, ptr %0, i64 72
# >    %88 = load i64, ptr %87, align 8
# >    %89 = icmp eq i32 %86, 0
# >    br i1 %89, label %returned, label %exit.after, !prof !7
# >
# >  asked:                                            ; preds = %fork.mark
# >    %90 = call i32 @fora_poll(ptr nonnull %0)
# >    %91 = icmp eq i32 %90, 0
# >    br i1 %91, label %no.i5.i.i11, label %discard.marked, !prof !2
# >
# >  discard.marked:                                   ; preds = %asked
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %2)
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64))
# >    br label %return
# >
# >  return:                                           ; preds = %exit.after1.thread, %exit.after1, %discarded6, %left, %on3, %discard.marked
# >    %92 = phi i64 [ 0, %discard.marked ], [ %184, %on3 ], [ %13, %left ], [ 0, %discarded6 ], [ 0, %exit.after1 ], [ 0, %exit.after1.thread ]
# >    %93 = phi i32 [ 1, %discard.marked ], [ 0, %on3 ], [ %11, %left ], [ 1, %discarded6 ], [ 1, %exit.after1 ], [ 1, %exit.after1.thread ]
# >    %94 = insertvalue { i64, i32 } poison, i64 %92, 0
# >    %95 = insertvalue { i64, i32 } %94, i32 %93, 1
# >    ret { i64, i32 } %95
# >
# >  exit.after:                                       ; preds = %fora_function_5.exit47
# >    br i1 %10, label %discard.marked4, label %discarded6
# >
# >  returned:                                         ; preds = %fora_function_5.exit47.thread60, %fora_function_5.exit47
# >    %96 = phi i64 [ %88, %fora_function_5.exit47 ], [ %85, %fora_function_5.exit47.thread60 ]
# >    br i1 %10, label %join.marked, label %returned2
# >
# >  join.marked:                                      ; preds = %returned
# >    %97 = getelementptr inbounds i8, ptr %0, i64 16
# >    %98 = load ptr, ptr %2, align 8
# >    store ptr %98, ptr %97, align 8
# >    %99 = getelementptr inbounds i8, ptr %2, i64 12
# >    %100 = load i32, ptr %99, align 4
# >    %101 = icmp eq i32 %100, 0
# >    br i1 %101, label %no.i, label %join.there, !prof !2
# >
# >  no.i:                                             ; preds = %join.marked
# >    %102 = add nsw i64 %1, -3
# >    %103 = icmp ult i64 %102, 2
# >    br i1 %103, label %returned2.i.i, label %no.i5.i.i
# >
# >  no.i5.i.i:                                        ; preds = %no.i
# >    %104 = add nsw i64 %1, -4
# >    %105 = icmp ult i64 %104, 2
# >    br i1 %105, label %returned2.i.i15.i.i, label %fora_function_0.exit6.i.i7.i.i
# >
# >  fora_function_0.exit6.i.i7.i.i:                   ; preds = %no.i5.i.i
# >    %106 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %104)
# >    %107 = extractvalue { i64, i32 } %106, 0
# >    %108 = extractvalue { i64, i32 } %106, 1
# >    %109 = icmp eq i32 %108, 0
# >    br i1 %109, label %returned.i.i11.i.i, label %exit.after.i.i8.i.i, !prof !3
# >
# >  exit.after.i.i8.i.i:                              ; preds = %fora_function_0.exit6.i.i7.i.i
# >    %110 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %108, i64 %102, i64 %104)
# >    %111 = icmp eq i32 %108, 1
# >    br i1 %111, label %exit.after.i.i.thread, label %fora_function_3.exit18.i.i
# >
# >  returned.i.i11.i.i:                               ; preds = %fora_function_0.exit6.i.i7.i.i
# >    %112 = add nsw i64 %1, -5
# >    %113 = icmp ult i64 %112, 2
# >    br i1 %113, label %returned2.i.i15.i.i, label %fora_function_0.exit.i.i13.i.i
# >
# >  fora_function_0.exit.i.i13.i.i:                   ; preds = %returned.i.i11.i.i
# >    %114 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %112)
# >    %115 = extractvalue { i64, i32 } %114, 0
# >    %116 = extractvalue { i64, i32 } %114, 1
# >    %117 = icmp eq i32 %116, 0
# >    br i1 %117, label %returned2.i.i15.i.i, label %exit.after1.i.i14.i.i, !prof !3
# >
# >  exit.after1.i.i14.i.i:                            ; preds = %fora_function_0.exit.i.i13.i.i
# >    %118 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %116, i64 %107, i64 %112)
# >    %119 = icmp eq i32 %116, 1
# >    br i1 %119, label %exit.after.i.i.thread, label %fora_function_3.exit18.i.i
# >
# >  returned2.i.i15.i.i:                              ; preds = %no.i5.i.i, %returned.i.i11.i.i, %fora_function_0.exit.i.i13.i.i
# >    %120 = phi i64 [ %115, %fora_function_0.exit.i.i13.i.i ], [ 1, %returned.i.i11.i.i ], [ 0, %no.i5.i.i ]
# >    %121 = phi i64 [ %107, %fora_function_0.exit.i.i13.i.i ], [ %107, %returned.i.i11.i.i ], [ 1, %no.i5.i.i ]
# >    %122 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %121, i64 %120)
# >    %123 = extractvalue { i64, i1 } %122, 1
# >    br i1 %123, label %exit.i.i17.i.i, label %fora_function_3.exit18.i.i.thread65, !prof !1
# >
# >  exit.i.i17.i.i:                                   ; preds = %returned2.i.i15.i.i
# >    %124 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %121, i64 %120)
# >    br label %fora_function_3.exit18.i.i
# >
# >  fora_function_3.exit18.i.i.thread65:              ; preds = %returned2.i.i15.i.i
# >    %125 = extractvalue { i64, i1 } %122, 0
# >    br label %returned.i.i
# >
# >  exit.after.i.i.thread:                            ; preds = %exit.after1.i.i14.i.i, %exit.after.i.i8.i.i
# >    %126 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 1, i64 %9, i64 %102)
# >    br label %exit.after1.thread
# >
# >  fora_function_3.exit18.i.i:                       ; preds = %exit.after.i.i8.i.i, %exit.after1.i.i14.i.i, %exit.i.i17.i.i
# >    %127 = phi i32 [ %110, %exit.after.i.i8.i.i ], [ %118, %exit.after1.i.i14.i.i ], [ %124, %exit.i.i17.i.i ]
# >    %128 = getelementptr inbounds i8, ptr %0, i64 72
# >    %129 = load i64, ptr %128, align 8
# >    %130 = icmp eq i32 %127, 0
# >    br i1 %130, label %returned.i.i, label %exit.after.i.i, !prof !8
# >
# >  exit.after.i.i:                                   ; preds = %fora_function_3.exit18.i.i
# >    %131 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 %127, i64 %9, i64 %102)
# >    %132 = icmp eq i32 %127, 1
# >    br i1 %132, label %exit.after1.thread, label %left.i.i
# >
# >  returned.i.i:                                     ; preds = %fora_function_3.exit18.i.i.thread65, %fora_function_3.exit18.i.i
# >    %133 = phi i64 [ %129, %fora_function_3.exit18.i.i ], [ %125, %fora_function_3.exit18.i.i.thread65 ]
# >    br i1 %105, label %returned2.i.i, label %no.i.i.i
# >
# >  no.i.i.i:                                         ; preds = %returned.i.i
# >    %134 = add nsw i64 %1, -5
# >    %135 = icmp ult i64 %134, 2
# >    br i1 %135, label %returned2.i.i.i.i, label %fora_function_0.exit6.i.i.i.i
# >
# >  fora_function_0.exit6.i.i.i.i:                    ; preds = %no.i.i.i
# >    %136 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %134)
# >    %137 = extractvalue { i64, i32 } %136, 0
# >    %138 = extractvalue { i64, i32 } %136, 1
# >    %139 = icmp eq i32 %138, 0
# >    br i1 %139, label %returned.i.i.i.i, label %exit.after.i.i.i.i, !prof !3
# >
# >  exit.after.i.i.i.i:                               ; preds = %fora_function_0.exit6.i.i.i.i
# >    %140 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %138, i64 %104, i64 %134)
# >    %141 = icmp eq i32 %138, 1
# >    br i1 %141, label %exit.after1.i.i.thread, label %fora_function_3.exit.i.i
# >
# >  returned.i.i.i.i:                                 ; preds = %fora_function_0.exit6.i.i.i.i
# >    %142 = add nsw i64 %1, -6
# >    %143 = icmp ult i64 %142, 2
# >    br i1 %143, label %returned2.i.i.i.i, label %fora_function_0.exit.i.i.i.i
# >
# >  fora_function_0.exit.i.i.i.i:                     ; preds = %returned.i.i.i.i
# >    %144 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %142)
# >    %145 = extractvalue { i64, i32 } %144, 0
# >    %146 = extractvalue { i64, i32 } %144, 1
# >    %147 = icmp eq i32 %146, 0
# >    br i1 %147, label %returned2.i.i.i.i, label %exit.after1.i.i.i.i, !prof !3
# >
# >  exit.after1.i.i.i.i:                              ; preds = %fora_function_0.exit.i.i.i.i
# >    %148 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %146, i64 %137, i64 %142)
# >    %149 = icmp eq i32 %146, 1
# >    br i1 %149, label %exit.after1.i.i.thread, label %fora_function_3.exit.i.i
# >
# >  returned2.i.i.i.i:                                ; preds = %no.i.i.i, %returned.i.i.i.i, %fora_function_0.exit.i.i.i.i
# >    %150 = phi i64 [ %145, %fora_function_0.exit.i.i.i.i ], [ 1, %returned.i.i.i.i ], [ 0, %no.i.i.i ]
# >    %151 = phi i64 [ %137, %fora_function_0.exit.i.i.i.i ], [ %137, %returned.i.i.i.i ], [ 1, %no.i.i.i ]
# >    %152 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %151, i64 %150)
# >    %153 = extractvalue { i64, i1 } %152, 1
# >    br i1 %153, label %exit.i.i.i.i, label %fora_function_3.exit.i.i.thread74, !prof !1
# >
# >  exit.i.i.i.i:                                     ; preds = %returned2.i.i.i.i
# >    %154 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %151, i64 %150)
# >    br label %fora_function_3.exit.i.i
# >
# >  fora_function_3.exit.i.i.thread74:                ; preds = %returned2.i.i.i.i
# >    %155 = extractvalue { i64, i1 } %152, 0
# >    br label %returned2.i.i
# >
# >  exit.after1.i.i.thread:                           ; preds = %exit.after1.i.i.i.i, %exit.after.i.i.i.i
# >    %156 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 1, i64 %133, i64 %104)
# >    br label %exit.after1.thread
# >
# >  fora_function_3.exit.i.i:                         ; preds = %exit.after.i.i.i.i, %exit.after1.i.i.i.i, %exit.i.i.i.i
# >    %157 = phi i32 [ %140, %exit.after.i.i.i.i ], [ %148, %exit.after1.i.i.i.i ], [ %154, %exit.i.i.i.i ]
# >    %158 = getelementptr inbounds i8, ptr %0, i64 72
# >    %159 = load i64, ptr %158, align 8
# >    %160 = icmp eq i32 %157, 0
# >    br i1 %160, label %returned2.i.i, label %exit.after1.i.i, !prof !9
# >
# >  exit.after1.i.i:                                  ; preds = %fora_function_3.exit.i.i
# >    %161 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 %157, i64 %133, i64 %104)
# >    %162 = icmp eq i32 %157, 1
# >    br i1 %162, label %exit.after1.thread, label %left.i.i
# >
# >  returned2.i.i:                                    ; preds = %no.i, %returned.i.i, %fora_function_3.exit.i.i.thread74, %fora_function_3.exit.i.i
# >    %163 = phi i64 [ %159, %fora_function_3.exit.i.i ], [ %155, %fora_function_3.exit.i.i.thread74 ], [ 1, %returned.i.i ], [ 0, %no.i ]
# >    %164 = phi i64 [ %133, %fora_function_3.exit.i.i ], [ %133, %fora_function_3.exit.i.i.thread74 ], [ %133, %returned.i.i ], [ 1, %no.i ]
# >    %165 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %164, i64 %163)
# >    %166 = extractvalue { i64, i1 } %165, 1
# >    br i1 %166, label %exit.i.i, label %on.i.i, !prof !1
# >
# >  exit.i.i:                                         ; preds = %returned2.i.i
# >    %167 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 208), i32 0, i64 %164, i64 %163)
# >    br label %left.i.i
# >
# >  on.i.i:                                           ; preds = %returned2.i.i
# >    %168 = extractvalue { i64, i1 } %165, 0
# >    br label %returned2
# >
# >  left.i.i:                                         ; preds = %exit.i.i, %exit.after1.i.i, %exit.after.i.i
# >    %169 = phi i32 [ %131, %exit.after.i.i ], [ %161, %exit.after1.i.i ], [ %167, %exit.i.i ]
# >    %170 = getelementptr inbounds i8, ptr %0, i64 72
# >    br label %joined
# >
# >  join.there:                                       ; preds = %join.marked
# >    %171 = getelementptr inbounds i8, ptr %0, i64 72
# >    %172 = call i32 @fora_join(ptr nonnull %0, ptr nonnull %2, ptr nonnull %171)
# >    br label %joined
# >
# >  exit.after1.thread:                               ; preds = %exit.after.i.i, %exit.after1.i.i, %exit.after.i.i.thread, %exit.after1.i.i.thread
# >    %173 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48), i32 1, i64 %96, i64 %9)
# >    br label %return
# >
# >  joined:                                           ; preds = %left.i.i, %join.there
# >    %.sink = phi ptr [ %170, %left.i.i ], [ %171, %join.there ]
# >    %174 = phi i32 [ %169, %left.i.i ], [ %172, %join.there ]
# >    %175 = load i64, ptr %.sink, align 8
# >    %176 = icmp eq i32 %174, 0
# >    br i1 %176, label %returned2, label %exit.after1, !prof !10
# >
# >  exit.after1:                                      ; preds = %joined
# >    %177 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48), i32 %174, i64 %96, i64 %9)
# >    %178 = icmp eq i32 %174, 1
# >    br i1 %178, label %return, label %left
# >
# >  returned2:                                        ; preds = %on.i.i, %forked, %returned, %joined
# >    %179 = phi i64 [ %175, %joined ], [ %168, %on.i.i ], [ %9, %forked ], [ 1, %returned ]
# >    %180 = phi i64 [ %96, %joined ], [ %96, %on.i.i ], [ %8, %forked ], [ %96, %returned ]
# >    %181 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %180, i64 %179)
# >    %182 = extractvalue { i64, i1 } %181, 1
# >    br i1 %182, label %exit, label %on3, !prof !1
# >
# >  exit:                                             ; preds = %returned2
# >    %183 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64), i32 0, i64 %180, i64 %179)
# >    br label %left
# >
# >  on3:                                              ; preds = %returned2
# >    %184 = extractvalue { i64, i1 } %181, 0
# >    br label %return
# >
# >  discard.marked4:                                  ; preds = %exit.after.i.i18, %exit.after1.i.i29, %exit.after.i.i18.thread, %exit.after1.i.i29.thread, %exit.after
# >    %185 = phi i32 [ %86, %exit.after ], [ 1, %exit.after1.i.i29.thread ], [ 1, %exit.after.i.i18.thread ], [ 1, %exit.after1.i.i29 ], [ 1, %exit.after.i.i18 ]
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %2)
# >    br label %discarded6
# >
# >  discarded6:                                       ; preds = %discard.marked4, %exit.after
# >    %186 = phi i32 [ %185, %discard.marked4 ], [ %86, %exit.after ]
# >    %187 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32), i32 %186, i64 %1, i64 %8)
# >    %188 = icmp eq i32 %186, 1
# >    br i1 %188, label %return, label %left
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
