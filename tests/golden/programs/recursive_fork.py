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
# >    %11 = phi i32 [ %7, %deep ], [ %167, %discarded6 ], [ %160, %exit.after1 ], [ %165, %exit ]
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
# >    br i1 %20, label %no.i4.i.i9, label %asked, !prof !2
# >
# >  forked:                                           ; preds = %on
# >    %.not = icmp eq i64 %1, 3
# >    br i1 %.not, label %returned2.i.i28, label %returned2
# >
# >  no.i4.i.i9:                                       ; preds = %asked, %fork.mark
# >    %21 = add nsw i64 %1, -3
# >    %22 = icmp ult i64 %21, 2
# >    br i1 %22, label %returned2.i.i14.i.i42, label %fora_function_0.exit5.i.i6.i.i11
# >
# >  fora_function_0.exit5.i.i6.i.i11:                 ; preds = %no.i4.i.i9
# >    %23 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %21)
# >    %24 = extractvalue { i64, i32 } %23, 0
# >    %25 = extractvalue { i64, i32 } %23, 1
# >    %26 = icmp eq i32 %25, 0
# >    br i1 %26, label %returned.i.i10.i.i38, label %exit.after.i.i7.i.i12, !prof !3
# >
# >  exit.after.i.i7.i.i12:                            ; preds = %fora_function_0.exit5.i.i6.i.i11
# >    %27 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %25, i64 %9, i64 %21)
# >    br label %fora_function_3.exit17.i.i15
# >
# >  returned.i.i10.i.i38:                             ; preds = %fora_function_0.exit5.i.i6.i.i11
# >    %28 = add nsw i64 %1, -4
# >    %29 = icmp ult i64 %28, 2
# >    br i1 %29, label %returned2.i.i14.i.i42, label %fora_function_0.exit.i.i12.i.i40
# >
# >  fora_function_0.exit.i.i12.i.i40:                 ; preds = %returned.i.i10.i.i38
# >    %30 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %28)
# >    %31 = extractvalue { i64, i32 } %30, 0
# >    %32 = extractvalue { i64, i32 } %30, 1
# >    %33 = icmp eq i32 %32, 0
# >    br i1 %33, label %returned2.i.i14.i.i42, label %exit.after1.i.i13.i.i41, !prof !3
# >
# >  exit.after1.i.i13.i.i41:                          ; preds = %fora_function_0.exit.i.i12.i.i40
# >    %34 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %32, i64 %24, i64 %28)
# >    br label %fora_function_3.exit17.i.i15
# >
# >  returned2.i.i14.i.i42:                            ; preds = %no.i4.i.i9, %returned.i.i10.i.i38, %fora_function_0.exit.i.i12.i.i40
# >    %35 = phi i64 [ %31, %fora_function_0.exit.i.i12.i.i40 ], [ 1, %returned.i.i10.i.i38 ], [ 0, %no.i4.i.i9 ]
# >    %36 = phi i64 [ %24, %fora_function_0.exit.i.i12.i.i40 ], [ %24, %returned.i.i10.i.i38 ], [ 1, %no.i4.i.i9 ]
# >    %37 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %36, i64 %35)
# >    %38 = extractvalue { i64, i1 } %37, 1
# >    br i1 %38, label %exit.i.i16.i.i44, label %fora_function_3.exit17.i.i15.thread48, !prof !1
# >
# >  exit.i.i16.i.i44:                                 ; preds = %returned2.i.i14.i.i42
# >    %39 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %36, i64 %35)
# >    br label %fora_function_3.exit17.i.i15
# >
# >  fora_function_3.exit17.i.i15.thread48:            ; preds = %returned2.i.i14.i.i42
# >    %40 = extractvalue { i64, i1 } %37, 0
# >    br label %returned.i.i19
# >
# >  fora_function_3.exit17.i.i15:                     ; preds = %exit.after.i.i7.i.i12, %exit.after1.i.i13.i.i41, %exit.i.i16.i.i44
# >    %41 = phi i32 [ %27, %exit.after.i.i7.i.i12 ], [ %34, %exit.after1.i.i13.i.i41 ], [ %39, %exit.i.i16.i.i44 ]
# >    %42 = getelementptr inbounds i8, ptr %0, i64 72
# >    %43 = load i64, ptr %42, align 8
# >    %44 = icmp eq i32 %41, 0
# >    br i1 %44, label %returned.i.i19, label %exit.after.i.i16, !prof !4
# >
# >  exit.after.i.i16:                                 ; preds = %fora_function_3.exit17.i.i15
# >    %45 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 %41, i64 %8, i64 %9)
# >    br label %fora_function_5.exit45
# >
# >  returned.i.i19:                                   ; preds = %fora_function_3.exit17.i.i15.thread48, %fora_function_3.exit17.i.i15
# >    %46 = phi i64 [ %43, %fora_function_3.exit17.i.i15 ], [ %40, %fora_function_3.exit17.i.i15.thread48 ]
# >    br i1 %22, label %returned2.i.i28, label %no.i.i.i20
# >
# >  no.i.i.i20:                                       ; preds = %returned.i.i19
# >    %47 = add nsw i64 %1, -4
# >    %48 = icmp ult i64 %47, 2
# >    br i1 %48, label %returned2.i.i.i.i35, label %fora_function_0.exit5.i.i.i.i22
# >
# >  fora_function_0.exit5.i.i.i.i22:                  ; preds = %no.i.i.i20
# >    %49 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %47)
# >    %50 = extractvalue { i64, i32 } %49, 0
# >    %51 = extractvalue { i64, i32 } %49, 1
# >    %52 = icmp eq i32 %51, 0
# >    br i1 %52, label %returned.i.i.i.i31, label %exit.after.i.i.i.i23, !prof !5
# >
# >  exit.after.i.i.i.i23:                             ; preds = %fora_function_0.exit5.i.i.i.i22
# >    %53 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %51, i64 %21, i64 %47)
# >    br label %fora_function_3.exit.i.i26
# >
# >  returned.i.i.i.i31:                               ; preds = %fora_function_0.exit5.i.i.i.i22
# >    %54 = add nsw i64 %1, -5
# >    %55 = icmp ult i64 %54, 2
# >    br i1 %55, label %returned2.i.i.i.i35, label %fora_function_0.exit.i.i.i.i33
# >
# >  fora_function_0.exit.i.i.i.i33:                   ; preds = %returned.i.i.i.i31
# >    %56 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %54)
# >    %57 = extractvalue { i64, i32 } %56, 0
# >    %58 = extractvalue { i64, i32 } %56, 1
# >    %59 = icmp eq i32 %58, 0
# >    br i1 %59, label %returned2.i.i.i.i35, label %exit.after1.i.i.i.i34, !prof !5
# >
# >  exit.after1.i.i.i.i34:                            ; preds = %fora_function_0.exit.i.i.i.i33
# >    %60 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %58, i64 %50, i64 %54)
# >    br label %fora_function_3.exit.i.i26
# >
# >  returned2.i.i.i.i35:                              ; preds = %no.i.i.i20, %returned.i.i.i.i31, %fora_function_0.exit.i.i.i.i33
# >    %61 = phi i64 [ %57, %fora_function_0.exit.i.i.i.i33 ], [ 1, %returned.i.i.i.i31 ], [ 0, %no.i.i.i20 ]
# >    %62 = phi i64 [ %50, %fora_function_0.exit.i.i.i.i33 ], [ %50, %returned.i.i.i.i31 ], [ 1, %no.i.i.i20 ]
# >    %63 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %62, i64 %61)
# >    %64 = extractvalue { i64, i1 } %63, 1
# >    br i1 %64, label %exit.i.i.i.i37, label %fora_function_3.exit.i.i26.thread53, !prof !1
# >
# >  exit.i.i.i.i37:                                   ; preds = %returned2.i.i.i.i35
# >    %65 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %62, i64 %61)
# >    br label %fora_function_3.exit.i.i26
# >
# >  fora_function_3.exit.i.i26.thread53:              ; preds = %returned2.i.i.i.i35
# >    %66 = extractvalue { i64, i1 } %63, 0
# >    br label %returned2.i.i28
# >
# >  fora_function_3.exit.i.i26:                       ; preds = %exit.after.i.i.i.i23, %exit.after1.i.i.i.i34, %exit.i.i.i.i37
# >    %67 = phi i32 [ %53, %exit.after.i.i.i.i23 ], [ %60, %exit.after1.i.i.i.i34 ], [ %65, %exit.i.i.i.i37 ]
# >    %68 = getelementptr inbounds i8, ptr %0, i64 72
# >    %69 = load i64, ptr %68, align 8
# >    %70 = icmp eq i32 %67, 0
# >    br i1 %70, label %returned2.i.i28, label %exit.after1.i.i27, !prof !6
# >
# >  exit.after1.i.i27:                                ; preds = %fora_function_3.exit.i.i26
# >    %71 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 %67, i64 %46, i64 %21)
# >    br label %fora_function_5.exit45
# >
# >  returned2.i.i28:                                  ; preds = %forked, %returned.i.i19, %fora_function_3.exit.i.i26.thread53, %fora_function_3.exit.i.i26
# >    %72 = phi i64 [ %69, %fora_function_3.exit.i.i26 ], [ %66, %fora_function_3.exit.i.i26.thread53 ], [ 1, %returned.i.i19 ], [ 0, %forked ]
# >    %73 = phi i64 [ %46, %fora_function_3.exit.i.i26 ], [ %46, %fora_function_3.exit.i.i26.thread53 ], [ %46, %returned.i.i19 ], [ 1, %forked ]
# >    %74 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %73, i64 %72)
# >    %75 = extractvalue { i64, i1 } %74, 1
# >    br i1 %75, label %exit.i.i30, label %fora_function_5.exit45.thread54, !prof !1
# >
# >  exit.i.i30:                                       ; preds = %returned2.i.i28
# >    %76 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 208), i32 0, i64 %73, i64 %72)
# >    br label %fora_function_5.exit45
# >
# >  fora_function_5.exit45.thread54:                  ; preds = %returned2.i.i28
# >    %77 = extractvalue { i64, i1 } %74, 0
# >    br label %returned
# >
# >  fora_function_5.exit45:                           ; preds = %exit.after.i.i16, %exit.after1.i.i27, %exit.i.i30
# >    %78 = phi i32 [ %45, %exit.after.i.i16 ], [ %71, %exit.after1.i.i27 ], [ %76, %exit.i.i30 ]
# >    %79 = getelementptr inbounds i8, ptr %0, i64 72
# >    %80 = load i64, ptr %79, align 8
# >    %81 = icmp eq i32 %78, 0
# >    br i1 %81, label %returned, label %exit.after, !prof !7
# >
# >  asked:                                            ; preds = %fork.mark
# >    %82 = call i32 @fora_poll(ptr nonnull %0)
# >    %83 = icmp eq i32 %82, 0
# >    br i1 %83, label %no.i4.i.i9, label %discard.marked, !prof !2
# >
# >  discard.marked:                                   ; preds = %asked
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %2)
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64))
# >    br label %return
# >
# >  return:                                           ; preds = %left, %on3, %discard.marked
# >    %84 = phi i64 [ 0, %discard.marked ], [ %166, %on3 ], [ %13, %left ]
# >    %85 = phi i32 [ 1, %discard.marked ], [ 0, %on3 ], [ %11, %left ]
# >    %86 = insertvalue { i64, i32 } poison, i64 %84, 0
# >    %87 = insertvalue { i64, i32 } %86, i32 %85, 1
# >    ret { i64, i32 } %87
# >
# >  exit.after:                                       ; preds = %fora_function_5.exit45
# >    br i1 %10, label %discard.marked4, label %discarded6
# >
# >  returned:                                         ; preds = %fora_function_5.exit45.thread54, %fora_function_5.exit45
# >    %88 = phi i64 [ %80, %fora_function_5.exit45 ], [ %77, %fora_function_5.exit45.thread54 ]
# >    br i1 %10, label %join.marked, label %returned2
# >
# >  join.marked:                                      ; preds = %returned
# >    %89 = getelementptr inbounds i8, ptr %0, i64 16
# >    %90 = load ptr, ptr %2, align 8
# >    store ptr %90, ptr %89, align 8
# >    %91 = getelementptr inbounds i8, ptr %2, i64 12
# >    %92 = load i32, ptr %91, align 4
# >    %93 = icmp eq i32 %92, 0
# >    br i1 %93, label %no.i, label %join.there, !prof !2
# >
# >  no.i:                                             ; preds = %join.marked
# >    %94 = add nsw i64 %1, -3
# >    %95 = icmp ult i64 %94, 2
# >    br i1 %95, label %returned2.i.i, label %no.i4.i.i
# >
# >  no.i4.i.i:                                        ; preds = %no.i
# >    %96 = add nsw i64 %1, -4
# >    %97 = icmp ult i64 %96, 2
# >    br i1 %97, label %returned2.i.i14.i.i, label %fora_function_0.exit5.i.i6.i.i
# >
# >  fora_function_0.exit5.i.i6.i.i:                   ; preds = %no.i4.i.i
# >    %98 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %96)
# >    %99 = extractvalue { i64, i32 } %98, 0
# >    %100 = extractvalue { i64, i32 } %98, 1
# >    %101 = icmp eq i32 %100, 0
# >    br i1 %101, label %returned.i.i10.i.i, label %exit.after.i.i7.i.i, !prof !3
# >
# >  exit.after.i.i7.i.i:                              ; preds = %fora_function_0.exit5.i.i6.i.i
# >    %102 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %100, i64 %94, i64 %96)
# >    br label %fora_function_3.exit17.i.i
# >
# >  returned.i.i10.i.i:                               ; preds = %fora_function_0.exit5.i.i6.i.i
# >    %103 = add nsw i64 %1, -5
# >    %104 = icmp ult i64 %103, 2
# >    br i1 %104, label %returned2.i.i14.i.i, label %fora_function_0.exit.i.i12.i.i
# >
# >  fora_function_0.exit.i.i12.i.i:                   ; preds = %returned.i.i10.i.i
# >    %105 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %103)
# >    %106 = extractvalue { i64, i32 } %105, 0
# >    %107 = extractvalue { i64, i32 } %105, 1
# >    %108 = icmp eq i32 %107, 0
# >    br i1 %108, label %returned2.i.i14.i.i, label %exit.after1.i.i13.i.i, !prof !3
# >
# >  exit.after1.i.i13.i.i:                            ; preds = %fora_function_0.exit.i.i12.i.i
# >    %109 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %107, i64 %99, i64 %103)
# >    br label %fora_function_3.exit17.i.i
# >
# >  returned2.i.i14.i.i:                              ; preds = %no.i4.i.i, %returned.i.i10.i.i, %fora_function_0.exit.i.i12.i.i
# >    %110 = phi i64 [ %106, %fora_function_0.exit.i.i12.i.i ], [ 1, %returned.i.i10.i.i ], [ 0, %no.i4.i.i ]
# >    %111 = phi i64 [ %99, %fora_function_0.exit.i.i12.i.i ], [ %99, %returned.i.i10.i.i ], [ 1, %no.i4.i.i ]
# >    %112 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %111, i64 %110)
# >    %113 = extractvalue { i64, i1 } %112, 1
# >    br i1 %113, label %exit.i.i16.i.i, label %fora_function_3.exit17.i.i.thread58, !prof !1
# >
# >  exit.i.i16.i.i:                                   ; preds = %returned2.i.i14.i.i
# >    %114 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %111, i64 %110)
# >    br label %fora_function_3.exit17.i.i
# >
# >  fora_function_3.exit17.i.i.thread58:              ; preds = %returned2.i.i14.i.i
# >    %115 = extractvalue { i64, i1 } %112, 0
# >    br label %returned.i.i
# >
# >  fora_function_3.exit17.i.i:                       ; preds = %exit.after.i.i7.i.i, %exit.after1.i.i13.i.i, %exit.i.i16.i.i
# >    %116 = phi i32 [ %102, %exit.after.i.i7.i.i ], [ %109, %exit.after1.i.i13.i.i ], [ %114, %exit.i.i16.i.i ]
# >    %117 = getelementptr inbounds i8, ptr %0, i64 72
# >    %118 = load i64, ptr %117, align 8
# >    %119 = icmp eq i32 %116, 0
# >    br i1 %119, label %returned.i.i, label %exit.after.i.i, !prof !8
# >
# >  exit.after.i.i:                                   ; preds = %fora_function_3.exit17.i.i
# >    %120 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 %116, i64 %9, i64 %94)
# >    br label %left.i.i
# >
# >  returned.i.i:                                     ; preds = %fora_function_3.exit17.i.i.thread58, %fora_function_3.exit17.i.i
# >    %121 = phi i64 [ %118, %fora_function_3.exit17.i.i ], [ %115, %fora_function_3.exit17.i.i.thread58 ]
# >    br i1 %97, label %returned2.i.i, label %no.i.i.i
# >
# >  no.i.i.i:                                         ; preds = %returned.i.i
# >    %122 = add nsw i64 %1, -5
# >    %123 = icmp ult i64 %122, 2
# >    br i1 %123, label %returned2.i.i.i.i, label %fora_function_0.exit5.i.i.i.i
# >
# >  fora_function_0.exit5.i.i.i.i:                    ; preds = %no.i.i.i
# >    %124 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %122)
# >    %125 = extractvalue { i64, i32 } %124, 0
# >    %126 = extractvalue { i64, i32 } %124, 1
# >    %127 = icmp eq i32 %126, 0
# >    br i1 %127, label %returned.i.i.i.i, label %exit.after.i.i.i.i, !prof !3
# >
# >  exit.after.i.i.i.i:                               ; preds = %fora_function_0.exit5.i.i.i.i
# >    %128 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %126, i64 %96, i64 %122)
# >    br label %fora_function_3.exit.i.i
# >
# >  returned.i.i.i.i:                                 ; preds = %fora_function_0.exit5.i.i.i.i
# >    %129 = add nsw i64 %1, -6
# >    %130 = icmp ult i64 %129, 2
# >    br i1 %130, label %returned2.i.i.i.i, label %fora_function_0.exit.i.i.i.i
# >
# >  fora_function_0.exit.i.i.i.i:                     ; preds = %returned.i.i.i.i
# >    %131 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %129)
# >    %132 = extractvalue { i64, i32 } %131, 0
# >    %133 = extractvalue { i64, i32 } %131, 1
# >    %134 = icmp eq i32 %133, 0
# >    br i1 %134, label %returned2.i.i.i.i, label %exit.after1.i.i.i.i, !prof !3
# >
# >  exit.after1.i.i.i.i:                              ; preds = %fora_function_0.exit.i.i.i.i
# >    %135 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %133, i64 %125, i64 %129)
# >    br label %fora_function_3.exit.i.i
# >
# >  returned2.i.i.i.i:                                ; preds = %no.i.i.i, %returned.i.i.i.i, %fora_function_0.exit.i.i.i.i
# >    %136 = phi i64 [ %132, %fora_function_0.exit.i.i.i.i ], [ 1, %returned.i.i.i.i ], [ 0, %no.i.i.i ]
# >    %137 = phi i64 [ %125, %fora_function_0.exit.i.i.i.i ], [ %125, %returned.i.i.i.i ], [ 1, %no.i.i.i ]
# >    %138 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %137, i64 %136)
# >    %139 = extractvalue { i64, i1 } %138, 1
# >    br i1 %139, label %exit.i.i.i.i, label %fora_function_3.exit.i.i.thread65, !prof !1
# >
# >  exit.i.i.i.i:                                     ; preds = %returned2.i.i.i.i
# >    %140 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, i64 %137, i64 %136)
# >    br label %fora_function_3.exit.i.i
# >
# >  fora_function_3.exit.i.i.thread65:                ; preds = %returned2.i.i.i.i
# >    %141 = extractvalue { i64, i1 } %138, 0
# >    br label %returned2.i.i
# >
# >  fora_function_3.exit.i.i:                         ; preds = %exit.after.i.i.i.i, %exit.after1.i.i.i.i, %exit.i.i.i.i
# >    %142 = phi i32 [ %128, %exit.after.i.i.i.i ], [ %135, %exit.after1.i.i.i.i ], [ %140, %exit.i.i.i.i ]
# >    %143 = getelementptr inbounds i8, ptr %0, i64 72
# >    %144 = load i64, ptr %143, align 8
# >    %145 = icmp eq i32 %142, 0
# >    br i1 %145, label %returned2.i.i, label %exit.after1.i.i, !prof !9
# >
# >  exit.after1.i.i:                                  ; preds = %fora_function_3.exit.i.i
# >    %146 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 %142, i64 %121, i64 %96)
# >    br label %left.i.i
# >
# >  returned2.i.i:                                    ; preds = %no.i, %returned.i.i, %fora_function_3.exit.i.i.thread65, %fora_function_3.exit.i.i
# >    %147 = phi i64 [ %144, %fora_function_3.exit.i.i ], [ %141, %fora_function_3.exit.i.i.thread65 ], [ 1, %returned.i.i ], [ 0, %no.i ]
# >    %148 = phi i64 [ %121, %fora_function_3.exit.i.i ], [ %121, %fora_function_3.exit.i.i.thread65 ], [ %121, %returned.i.i ], [ 1, %no.i ]
# >    %149 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %148, i64 %147)
# >    %150 = extractvalue { i64, i1 } %149, 1
# >    br i1 %150, label %exit.i.i, label %on.i.i, !prof !1
# >
# >  exit.i.i:                                         ; preds = %returned2.i.i
# >    %151 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 208), i32 0, i64 %148, i64 %147)
# >    br label %left.i.i
# >
# >  on.i.i:                                           ; preds = %returned2.i.i
# >    %152 = extractvalue { i64, i1 } %149, 0
# >    br label %returned2
# >
# >  left.i.i:                                         ; preds = %exit.i.i, %exit.after1.i.i, %exit.after.i.i
# >    %153 = phi i32 [ %120, %exit.after.i.i ], [ %146, %exit.after1.i.i ], [ %151, %exit.i.i ]
# >    %154 = getelementptr inbounds i8, ptr %0, i64 72
# >    br label %joined
# >
# >  join.there:                                       ; preds = %join.marked
# >    %155 = getelementptr inbounds i8, ptr %0, i64 72
# >    %156 = call i32 @fora_join(ptr nonnull %0, ptr nonnull %2, ptr nonnull %155)
# >    br label %joined
# >
# >  joined:                                           ; preds = %left.i.i, %join.there
# >    %.sink = phi ptr [ %154, %left.i.i ], [ %155, %join.there ]
# >    %157 = phi i32 [ %153, %left.i.i ], [ %156, %join.there ]
# >    %158 = load i64, ptr %.sink, align 8
# >    %159 = icmp eq i32 %157, 0
# >    br i1 %159, label %returned2, label %exit.after1, !prof !10
# >
# >  exit.after1:                                      ; preds = %joined
# >    %160 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48), i32 %157, i64 %88, i64 %9)
# >    br label %left
# >
# >  returned2:                                        ; preds = %on.i.i, %forked, %returned, %joined
# >    %161 = phi i64 [ %158, %joined ], [ %152, %on.i.i ], [ %9, %forked ], [ 1, %returned ]
# >    %162 = phi i64 [ %88, %joined ], [ %88, %on.i.i ], [ %8, %forked ], [ %88, %returned ]
# >    %163 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %162, i64 %161)
# >    %164 = extractvalue { i64, i1 } %163, 1
# >    br i1 %164, label %exit, label %on3, !prof !1
# >
# >  exit:                                             ; preds = %returned2
# >    %165 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64), i32 0, i64 %162, i64 %161)
# >    br label %left
# >
# >  on3:                                              ; preds = %returned2
# >    %166 = extractvalue { i64, i1 } %163, 0
# >    br label %return
# >
# >  discard.marked4:                                  ; preds = %exit.after
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %2)
# >    br label %discarded6
# >
# >  discarded6:                                       ; preds = %discard.marked4, %exit.after
# >    %167 = call i32 (ptr, ptr, i32, ...) @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32), i32 %78, i64 %1, i64 %8)
# >    br label %left
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
