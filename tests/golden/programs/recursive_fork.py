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
# >    %2 = alloca [1 x i64], align 8
# >    %3 = alloca [2 x i64], align 8
# >    %4 = alloca [1 x i64], align 8
# >    %5 = alloca [2 x i64], align 8
# >    %6 = alloca [1 x i64], align 8
# >    %7 = alloca [2 x i64], align 8
# >    %8 = alloca [1 x i64], align 8
# >    %9 = alloca [2 x i64], align 8
# >    %10 = alloca [1 x i64], align 8
# >    %11 = alloca [2 x i64], align 8
# >    %12 = alloca [1 x i64], align 8
# >    %13 = alloca [2 x i64], align 8
# >    %14 = alloca [1 x i64], align 8
# >    %15 = alloca [5 x i64], align 8
# >    %16 = alloca [1 x i64], align 8
# >    %17 = alloca [2 x i64], align 8
# >    %18 = tail call i64 @llvm.read_register.i64(metadata !0)
# >    %19 = getelementptr inbounds i8, ptr %0, i64 8
# >    %20 = load i64, ptr %19, align 4
# >    %21 = icmp ult i64 %18, %20
# >    br i1 %21, label %deep, label %on, !prof !1
# >
# >  deep:                                             ; preds = %entry
# >    store i64 %1, ptr %17, align 8
# >    %22 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 0, ptr nonnull %17, ptr nonnull %16)
# >    %23 = load i64, ptr %16, align 8
# >    br label %return
# >
# >  on:                                               ; preds = %entry
# >    %24 = add nsw i64 %1, -1
# >    %25 = add nsw i64 %1, -2
# >    %26 = icmp sgt i64 %1, 3
# >    br i1 %26, label %fork.mark, label %forked
# >
# >  return:                                           ; preds = %exit, %exit.after7, %discarded12, %on9, %stopped8, %discarded4, %discard.marked, %deep
# >    %27 = phi i64 [ %23, %deep ], [ 0, %discard.marked ], [ 0, %discarded4 ], [ 0, %stopped8 ], [ %198, %on9 ], [ %201, %discarded12 ], [ %194, %exit.after7 ], [ %197, %exit ]
# >    %28 = phi i32 [ %22, %deep ], [ 1, %discard.marked ], [ 1, %discarded4 ], [ 1, %stopped8 ], [ 0, %on9 ], [ %200, %discarded12 ], [ %193, %exit.after7 ], [ %196, %exit ]
# >    %29 = insertvalue { i64, i32 } poison, i64 %27, 0
# >    %30 = insertvalue { i64, i32 } %29, i32 %28, 1
# >    ret { i64, i32 } %30
# >
# >  fork.mark:                                        ; preds = %on
# >    %31 = getelementptr inbounds i8, ptr %0, i64 16
# >    %32 = load ptr, ptr %31, align 8
# >    store ptr %32, ptr %15, align 8
# >    %33 = getelementptr inbounds i8, ptr %15, i64 8
# >    store i64 0, ptr %33, align 8
# >    %34 = getelementptr inbounds i8, ptr %15, i64 16
# >    store ptr @fora_fork_sites, ptr %34, align 8
# >    %35 = getelementptr inbounds i8, ptr %15, i64 32
# >    store i64 %25, ptr %35, align 8
# >    store ptr %15, ptr %31, align 8
# >    %36 = load atomic i32, ptr %0 monotonic, align 4
# >    %37 = icmp eq i32 %36, 0
# >    br i1 %37, label %no.i5.i.i14, label %asked, !prof !2
# >
# >  forked:                                           ; preds = %on
# >    %.not = icmp eq i64 %1, 3
# >    br i1 %.not, label %returned2.i.i30, label %returned6
# >
# >  no.i5.i.i14:                                      ; preds = %asked, %fork.mark
# >    %38 = add nsw i64 %1, -3
# >    %39 = icmp ult i64 %38, 2
# >    br i1 %39, label %returned2.i.i14.i.i48, label %fora_function_0.exit6.i.i7.i.i16
# >
# >  fora_function_0.exit6.i.i7.i.i16:                 ; preds = %no.i5.i.i14
# >    %40 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %38)
# >    %41 = extractvalue { i64, i32 } %40, 0
# >    %42 = extractvalue { i64, i32 } %40, 1
# >    switch i32 %42, label %exit.after.i.i18.i.i52 [
# >      i32 0, label %returned.i.i10.i.i44
# >      i32 1, label %discard.marked2.sink.split.sink.split
# >    ], !prof !3
# >
# >  returned.i.i10.i.i44:                             ; preds = %fora_function_0.exit6.i.i7.i.i16
# >    %43 = add nsw i64 %1, -4
# >    %44 = icmp ult i64 %43, 2
# >    br i1 %44, label %returned2.i.i14.i.i48, label %fora_function_0.exit.i.i12.i.i46
# >
# >  fora_function_0.exit.i.i12.i.i46:                 ; preds = %returned.i.i10.i.i44
# >    %45 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %43)
# >    %46 = extractvalue { i64, i32 } %45, 0
# >    %47 = extractvalue { i64, i32 } %45, 1
# >    switch i32 %47, label %exit.after3.i.i17.i.i51 [
# >      i32 0, label %returned2.i.i14.i.i48
# >      i32 1, label %discard.marked2.sink.split.sink.split
# >    ], !prof !3
# >
# >  exit.after.i.i18.i.i52:                           ; preds = %fora_function_0.exit6.i.i7.i.i16
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %2)
# >    store i64 %25, ptr %3, align 8
# >    %48 = getelementptr inbounds i8, ptr %3, i64 8
# >    store i64 %38, ptr %48, align 8
# >    %49 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %42, ptr nonnull %3, ptr nonnull %2)
# >    %50 = load i64, ptr %2, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %2)
# >    br label %fora_function_3.exit19.i.i19
# >
# >  returned2.i.i14.i.i48:                            ; preds = %no.i5.i.i14, %returned.i.i10.i.i44, %fora_function_0.exit.i.i12.i.i46
# >    %51 = phi i64 [ %46, %fora_function_0.exit.i.i12.i.i46 ], [ 1, %returned.i.i10.i.i44 ], [ 0, %no.i5.i.i14 ]
# >    %52 = phi i64 [ %41, %fora_function_0.exit.i.i12.i.i46 ], [ %41, %returned.i.i10.i.i44 ], [ 1, %no.i5.i.i14 ]
# >    %53 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %52, i64 %51)
# >    %54 = extractvalue { i64, i1 } %53, 1
# >    br i1 %54, label %exit.i.i16.i.i50, label %fora_function_3.exit19.i.i19.thread57, !prof !1
# >
# >  exit.after3.i.i17.i.i51:                          ; preds = %fora_function_0.exit.i.i12.i.i46
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %2)
# >    store i64 %41, ptr %3, align 8
# >    %55 = getelementptr inbounds i8, ptr %3, i64 8
# >    store i64 %43, ptr %55, align 8
# >    %56 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %47, ptr nonnull %3, ptr nonnull %2)
# >    %57 = load i64, ptr %2, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %2)
# >    br label %fora_function_3.exit19.i.i19
# >
# >  exit.i.i16.i.i50:                                 ; preds = %returned2.i.i14.i.i48
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %3)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %2)
# >    store i64 %52, ptr %3, align 8
# >    %58 = getelementptr inbounds i8, ptr %3, i64 8
# >    store i64 %51, ptr %58, align 8
# >    %59 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, ptr nonnull %3, ptr nonnull %2)
# >    %60 = load i64, ptr %2, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %3)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %2)
# >    br label %fora_function_3.exit19.i.i19
# >
# >  fora_function_3.exit19.i.i19.thread57:            ; preds = %returned2.i.i14.i.i48
# >    %61 = extractvalue { i64, i1 } %53, 0
# >    br label %returned.i.i22
# >
# >  fora_function_3.exit19.i.i19:                     ; preds = %exit.after.i.i18.i.i52, %exit.after3.i.i17.i.i51, %exit.i.i16.i.i50
# >    %62 = phi i64 [ %50, %exit.after.i.i18.i.i52 ], [ %57, %exit.after3.i.i17.i.i51 ], [ %60, %exit.i.i16.i.i50 ]
# >    %63 = phi i32 [ %49, %exit.after.i.i18.i.i52 ], [ %56, %exit.after3.i.i17.i.i51 ], [ %59, %exit.i.i16.i.i50 ]
# >    switch i32 %63, label %exit.after.i.i43 [
# >      i32 0, label %returned.i.i22
# >      i32 1, label %discard.marked2.sink.split
# >    ], !prof !4
# >
# >  returned.i.i22:                                   ; preds = %fora_function_3.exit19.i.i19.thread57, %fora_function_3.exit19.i.i19
# >    %64 = phi i64 [ %62, %fora_function_3.exit19.i.i19 ], [ %61, %fora_function_3.exit19.i.i19.thread57 ]
# >    br i1 %39, label %returned2.i.i30, label %no.i.i.i23
# >
# >  no.i.i.i23:                                       ; preds = %returned.i.i22
# >    %65 = add nsw i64 %1, -4
# >    %66 = icmp ult i64 %65, 2
# >    br i1 %66, label %returned2.i.i.i.i38, label %fora_function_0.exit6.i.i.i.i25
# >
# >  fora_function_0.exit6.i.i.i.i25:                  ; preds = %no.i.i.i23
# >    %67 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %65)
# >    %68 = extractvalue { i64, i32 } %67, 0
# >    %69 = extractvalue { i64, i32 } %67, 1
# >    switch i32 %69, label %exit.after.i.i.i.i42 [
# >      i32 0, label %returned.i.i.i.i34
# >      i32 1, label %discard.marked2.sink.split.sink.split
# >    ], !prof !5
# >
# >  returned.i.i.i.i34:                               ; preds = %fora_function_0.exit6.i.i.i.i25
# >    %70 = add nsw i64 %1, -5
# >    %71 = icmp ult i64 %70, 2
# >    br i1 %71, label %returned2.i.i.i.i38, label %fora_function_0.exit.i.i.i.i36
# >
# >  fora_function_0.exit.i.i.i.i36:                   ; preds = %returned.i.i.i.i34
# >    %72 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %70)
# >    %73 = extractvalue { i64, i32 } %72, 0
# >    %74 = extractvalue { i64, i32 } %72, 1
# >    switch i32 %74, label %exit.after3.i.i.i.i41 [
# >      i32 0, label %returned2.i.i.i.i38
# >      i32 1, label %discard.marked2.sink.split.sink.split
# >    ], !prof !5
# >
# >  exit.after.i.i.i.i42:                             ; preds = %fora_function_0.exit6.i.i.i.i25
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %5)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    store i64 %38, ptr %5, align 8
# >    %75 = getelementptr inbounds i8, ptr %5, i64 8
# >    store i64 %65, ptr %75, align 8
# >    %76 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %69, ptr nonnull %5, ptr nonnull %4)
# >    %77 = load i64, ptr %4, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %5)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    br label %fora_function_3.exit.i.i28
# >
# >  returned2.i.i.i.i38:                              ; preds = %no.i.i.i23, %returned.i.i.i.i34, %fora_function_0.exit.i.i.i.i36
# >    %78 = phi i64 [ %73, %fora_function_0.exit.i.i.i.i36 ], [ 1, %returned.i.i.i.i34 ], [ 0, %no.i.i.i23 ]
# >    %79 = phi i64 [ %68, %fora_function_0.exit.i.i.i.i36 ], [ %68, %returned.i.i.i.i34 ], [ 1, %no.i.i.i23 ]
# >    %80 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %79, i64 %78)
# >    %81 = extractvalue { i64, i1 } %80, 1
# >    br i1 %81, label %exit.i.i.i.i40, label %fora_function_3.exit.i.i28.thread64, !prof !1
# >
# >  exit.after3.i.i.i.i41:                            ; preds = %fora_function_0.exit.i.i.i.i36
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %5)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    store i64 %68, ptr %5, align 8
# >    %82 = getelementptr inbounds i8, ptr %5, i64 8
# >    store i64 %70, ptr %82, align 8
# >    %83 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %74, ptr nonnull %5, ptr nonnull %4)
# >    %84 = load i64, ptr %4, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %5)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    br label %fora_function_3.exit.i.i28
# >
# >  exit.i.i.i.i40:                                   ; preds = %returned2.i.i.i.i38
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %5)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %4)
# >    store i64 %79, ptr %5, align 8
# >    %85 = getelementptr inbounds i8, ptr %5, i64 8
# >    store i64 %78, ptr %85, align 8
# >    %86 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, ptr nonnull %5, ptr nonnull %4)
# >    %87 = load i64, ptr %4, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %5)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %4)
# >    br label %fora_function_3.exit.i.i28
# >
# >  fora_function_3.exit.i.i28.thread64:              ; preds = %returned2.i.i.i.i38
# >    %88 = extractvalue { i64, i1 } %80, 0
# >    br label %returned2.i.i30
# >
# >  fora_function_3.exit.i.i28:                       ; preds = %exit.after.i.i.i.i42, %exit.after3.i.i.i.i41, %exit.i.i.i.i40
# >    %89 = phi i64 [ %77, %exit.after.i.i.i.i42 ], [ %84, %exit.after3.i.i.i.i41 ], [ %87, %exit.i.i.i.i40 ]
# >    %90 = phi i32 [ %76, %exit.after.i.i.i.i42 ], [ %83, %exit.after3.i.i.i.i41 ], [ %86, %exit.i.i.i.i40 ]
# >    switch i32 %90, label %exit.after3.i.i33 [
# >      i32 0, label %returned2.i.i30
# >      i32 1, label %discard.marked2.sink.split
# >    ], !prof !6
# >
# >  exit.after.i.i43:                                 ; preds = %fora_function_3.exit19.i.i19
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %7)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %6)
# >    store i64 %24, ptr %7, align 8
# >    %91 = getelementptr inbounds i8, ptr %7, i64 8
# >    store i64 %25, ptr %91, align 8
# >    %92 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 %63, ptr nonnull %7, ptr nonnull %6)
# >    %93 = load i64, ptr %6, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %7)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %6)
# >    br label %fora_function_5.exit53
# >
# >  returned2.i.i30:                                  ; preds = %forked, %returned.i.i22, %fora_function_3.exit.i.i28.thread64, %fora_function_3.exit.i.i28
# >    %94 = phi i64 [ %89, %fora_function_3.exit.i.i28 ], [ %88, %fora_function_3.exit.i.i28.thread64 ], [ 1, %returned.i.i22 ], [ 0, %forked ]
# >    %95 = phi i64 [ %64, %fora_function_3.exit.i.i28 ], [ %64, %fora_function_3.exit.i.i28.thread64 ], [ %64, %returned.i.i22 ], [ 1, %forked ]
# >    %96 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %95, i64 %94)
# >    %97 = extractvalue { i64, i1 } %96, 1
# >    br i1 %97, label %exit.i.i32, label %fora_function_5.exit53.thread66, !prof !1
# >
# >  exit.after3.i.i33:                                ; preds = %fora_function_3.exit.i.i28
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %7)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %6)
# >    store i64 %64, ptr %7, align 8
# >    %98 = getelementptr inbounds i8, ptr %7, i64 8
# >    store i64 %38, ptr %98, align 8
# >    %99 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 %90, ptr nonnull %7, ptr nonnull %6)
# >    %100 = load i64, ptr %6, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %7)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %6)
# >    br label %fora_function_5.exit53
# >
# >  exit.i.i32:                                       ; preds = %returned2.i.i30
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %7)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %6)
# >    store i64 %95, ptr %7, align 8
# >    %101 = getelementptr inbounds i8, ptr %7, i64 8
# >    store i64 %94, ptr %101, align 8
# >    %102 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 208), i32 0, ptr nonnull %7, ptr nonnull %6)
# >    %103 = load i64, ptr %6, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %7)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %6)
# >    br label %fora_function_5.exit53
# >
# >  fora_function_5.exit53.thread66:                  ; preds = %returned2.i.i30
# >    %104 = extractvalue { i64, i1 } %96, 0
# >    br label %returned
# >
# >  fora_function_5.exit53:                           ; preds = %exit.after.i.i43, %exit.after3.i.i33, %exit.i.i32
# >    %105 = phi i64 [ %93, %exit.after.i.i43 ], [ %100, %exit.after3.i.i33 ], [ %103, %exit.i.i32 ]
# >    %106 = phi i32 [ %92, %exit.after.i.i43 ], [ %99, %exit.after3.i.i33 ], [ %102, %exit.i.i32 ]
# >    switch i32 %106, label %exit.after [
# >      i32 0, label %returned
# >      i32 1, label %stopped1
# >    ], !prof !7
# >
# >  asked:                                            ; preds = %fork.mark
# >    %107 = call i32 @fora_poll(ptr nonnull %0)
# >    %108 = icmp eq i32 %107, 0
# >    br i1 %108, label %no.i5.i.i14, label %discard.marked, !prof !2
# >
# >  discard.marked:                                   ; preds = %asked
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %15)
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64))
# >    br label %return
# >
# >  returned:                                         ; preds = %fora_function_5.exit53.thread66, %fora_function_5.exit53
# >    %109 = phi i64 [ %105, %fora_function_5.exit53 ], [ %104, %fora_function_5.exit53.thread66 ]
# >    br i1 %26, label %join.marked, label %returned6
# >
# >  exit.after:                                       ; preds = %fora_function_5.exit53
# >    br i1 %26, label %discard.marked10, label %discarded12
# >
# >  stopped1:                                         ; preds = %fora_function_5.exit53
# >    br i1 %26, label %discard.marked2, label %discarded4
# >
# >  discard.marked2.sink.split.sink.split:            ; preds = %fora_function_0.exit6.i.i.i.i25, %fora_function_0.exit.i.i.i.i36, %fora_function_0.exit6.i.i7.i.i16, %fora_function_0.exit.i.i12.i.i46
# >    %.sink84.sink = phi ptr [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), %fora_function_0.exit6.i.i7.i.i16 ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), %fora_function_0.exit.i.i12.i.i46 ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), %fora_function_0.exit6.i.i.i.i25 ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), %fora_function_0.exit.i.i.i.i36 ]
# >    %.sink85.ph = phi ptr [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), %fora_function_0.exit6.i.i7.i.i16 ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), %fora_function_0.exit.i.i12.i.i46 ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), %fora_function_0.exit6.i.i.i.i25 ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), %fora_function_0.exit.i.i.i.i36 ]
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull %.sink84.sink)
# >    br label %discard.marked2.sink.split
# >
# >  discard.marked2.sink.split:                       ; preds = %discard.marked2.sink.split.sink.split, %fora_function_3.exit.i.i28, %fora_function_3.exit19.i.i19
# >    %.sink85 = phi ptr [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), %fora_function_3.exit19.i.i19 ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), %fora_function_3.exit.i.i28 ], [ %.sink85.ph, %discard.marked2.sink.split.sink.split ]
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull %.sink85)
# >    br label %discard.marked2
# >
# >  discard.marked2:                                  ; preds = %discard.marked2.sink.split, %stopped1
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %15)
# >    br label %discarded4
# >
# >  discarded4:                                       ; preds = %discard.marked2, %stopped1
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32))
# >    br label %return
# >
# >  join.marked:                                      ; preds = %returned
# >    %110 = getelementptr inbounds i8, ptr %0, i64 16
# >    %111 = load ptr, ptr %15, align 8
# >    store ptr %111, ptr %110, align 8
# >    %112 = getelementptr inbounds i8, ptr %15, i64 12
# >    %113 = load i32, ptr %112, align 4
# >    %114 = icmp eq i32 %113, 0
# >    br i1 %114, label %no.i, label %join.there, !prof !2
# >
# >  no.i:                                             ; preds = %join.marked
# >    %115 = add nsw i64 %1, -3
# >    %116 = icmp ult i64 %115, 2
# >    br i1 %116, label %returned2.i.i, label %no.i5.i.i
# >
# >  no.i5.i.i:                                        ; preds = %no.i
# >    %117 = add nsw i64 %1, -4
# >    %118 = icmp ult i64 %117, 2
# >    br i1 %118, label %returned2.i.i14.i.i, label %fora_function_0.exit6.i.i7.i.i
# >
# >  fora_function_0.exit6.i.i7.i.i:                   ; preds = %no.i5.i.i
# >    %119 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %117)
# >    %120 = extractvalue { i64, i32 } %119, 0
# >    %121 = extractvalue { i64, i32 } %119, 1
# >    switch i32 %121, label %exit.after.i.i18.i.i [
# >      i32 0, label %returned.i.i10.i.i
# >      i32 1, label %stopped8.sink.split.sink.split
# >    ], !prof !3
# >
# >  returned.i.i10.i.i:                               ; preds = %fora_function_0.exit6.i.i7.i.i
# >    %122 = add nsw i64 %1, -5
# >    %123 = icmp ult i64 %122, 2
# >    br i1 %123, label %returned2.i.i14.i.i, label %fora_function_0.exit.i.i12.i.i
# >
# >  fora_function_0.exit.i.i12.i.i:                   ; preds = %returned.i.i10.i.i
# >    %124 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %122)
# >    %125 = extractvalue { i64, i32 } %124, 0
# >    %126 = extractvalue { i64, i32 } %124, 1
# >    switch i32 %126, label %exit.after3.i.i17.i.i [
# >      i32 0, label %returned2.i.i14.i.i
# >      i32 1, label %stopped8.sink.split.sink.split
# >    ], !prof !3
# >
# >  exit.after.i.i18.i.i:                             ; preds = %fora_function_0.exit6.i.i7.i.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %9)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %8)
# >    store i64 %115, ptr %9, align 8
# >    %127 = getelementptr inbounds i8, ptr %9, i64 8
# >    store i64 %117, ptr %127, align 8
# >    %128 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %121, ptr nonnull %9, ptr nonnull %8)
# >    %129 = load i64, ptr %8, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %9)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %8)
# >    br label %fora_function_3.exit19.i.i
# >
# >  returned2.i.i14.i.i:                              ; preds = %no.i5.i.i, %returned.i.i10.i.i, %fora_function_0.exit.i.i12.i.i
# >    %130 = phi i64 [ %125, %fora_function_0.exit.i.i12.i.i ], [ 1, %returned.i.i10.i.i ], [ 0, %no.i5.i.i ]
# >    %131 = phi i64 [ %120, %fora_function_0.exit.i.i12.i.i ], [ %120, %returned.i.i10.i.i ], [ 1, %no.i5.i.i ]
# >    %132 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %131, i64 %130)
# >    %133 = extractvalue { i64, i1 } %132, 1
# >    br i1 %133, label %exit.i.i16.i.i, label %fora_function_3.exit19.i.i.thread71, !prof !1
# >
# >  exit.after3.i.i17.i.i:                            ; preds = %fora_function_0.exit.i.i12.i.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %9)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %8)
# >    store i64 %120, ptr %9, align 8
# >    %134 = getelementptr inbounds i8, ptr %9, i64 8
# >    store i64 %122, ptr %134, align 8
# >    %135 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %126, ptr nonnull %9, ptr nonnull %8)
# >    %136 = load i64, ptr %8, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %9)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %8)
# >    br label %fora_function_3.exit19.i.i
# >
# >  exit.i.i16.i.i:                                   ; preds = %returned2.i.i14.i.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %9)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %8)
# >    store i64 %131, ptr %9, align 8
# >    %137 = getelementptr inbounds i8, ptr %9, i64 8
# >    store i64 %130, ptr %137, align 8
# >    %138 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, ptr nonnull %9, ptr nonnull %8)
# >    %139 = load i64, ptr %8, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %9)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %8)
# >    br label %fora_function_3.exit19.i.i
# >
# >  fora_function_3.exit19.i.i.thread71:              ; preds = %returned2.i.i14.i.i
# >    %140 = extractvalue { i64, i1 } %132, 0
# >    br label %returned.i.i
# >
# >  fora_function_3.exit19.i.i:                       ; preds = %exit.after.i.i18.i.i, %exit.after3.i.i17.i.i, %exit.i.i16.i.i
# >    %141 = phi i64 [ %129, %exit.after.i.i18.i.i ], [ %136, %exit.after3.i.i17.i.i ], [ %139, %exit.i.i16.i.i ]
# >    %142 = phi i32 [ %128, %exit.after.i.i18.i.i ], [ %135, %exit.after3.i.i17.i.i ], [ %138, %exit.i.i16.i.i ]
# >    switch i32 %142, label %exit.after.i.i [
# >      i32 0, label %returned.i.i
# >      i32 1, label %stopped8.sink.split
# >    ], !prof !8
# >
# >  returned.i.i:                                     ; preds = %fora_function_3.exit19.i.i.thread71, %fora_function_3.exit19.i.i
# >    %143 = phi i64 [ %141, %fora_function_3.exit19.i.i ], [ %140, %fora_function_3.exit19.i.i.thread71 ]
# >    br i1 %118, label %returned2.i.i, label %no.i.i.i
# >
# >  no.i.i.i:                                         ; preds = %returned.i.i
# >    %144 = add nsw i64 %1, -5
# >    %145 = icmp ult i64 %144, 2
# >    br i1 %145, label %returned2.i.i.i.i, label %fora_function_0.exit6.i.i.i.i
# >
# >  fora_function_0.exit6.i.i.i.i:                    ; preds = %no.i.i.i
# >    %146 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %144)
# >    %147 = extractvalue { i64, i32 } %146, 0
# >    %148 = extractvalue { i64, i32 } %146, 1
# >    switch i32 %148, label %exit.after.i.i.i.i [
# >      i32 0, label %returned.i.i.i.i
# >      i32 1, label %stopped8.sink.split.sink.split
# >    ], !prof !3
# >
# >  returned.i.i.i.i:                                 ; preds = %fora_function_0.exit6.i.i.i.i
# >    %149 = add nsw i64 %1, -6
# >    %150 = icmp ult i64 %149, 2
# >    br i1 %150, label %returned2.i.i.i.i, label %fora_function_0.exit.i.i.i.i
# >
# >  fora_function_0.exit.i.i.i.i:                     ; preds = %returned.i.i.i.i
# >    %151 = call fastcc { i64, i32 } @fora_function_1(ptr nonnull %0, i64 %149)
# >    %152 = extractvalue { i64, i32 } %151, 0
# >    %153 = extractvalue { i64, i32 } %151, 1
# >    switch i32 %153, label %exit.after3.i.i.i.i [
# >      i32 0, label %returned2.i.i.i.i
# >      i32 1, label %stopped8.sink.split.sink.split
# >    ], !prof !3
# >
# >  exit.after.i.i.i.i:                               ; preds = %fora_function_0.exit6.i.i.i.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %11)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %10)
# >    store i64 %117, ptr %11, align 8
# >    %154 = getelementptr inbounds i8, ptr %11, i64 8
# >    store i64 %144, ptr %154, align 8
# >    %155 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), i32 %148, ptr nonnull %11, ptr nonnull %10)
# >    %156 = load i64, ptr %10, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %11)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %10)
# >    br label %fora_function_3.exit.i.i
# >
# >  returned2.i.i.i.i:                                ; preds = %no.i.i.i, %returned.i.i.i.i, %fora_function_0.exit.i.i.i.i
# >    %157 = phi i64 [ %152, %fora_function_0.exit.i.i.i.i ], [ 1, %returned.i.i.i.i ], [ 0, %no.i.i.i ]
# >    %158 = phi i64 [ %147, %fora_function_0.exit.i.i.i.i ], [ %147, %returned.i.i.i.i ], [ 1, %no.i.i.i ]
# >    %159 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %158, i64 %157)
# >    %160 = extractvalue { i64, i1 } %159, 1
# >    br i1 %160, label %exit.i.i.i.i, label %fora_function_3.exit.i.i.thread80, !prof !1
# >
# >  exit.after3.i.i.i.i:                              ; preds = %fora_function_0.exit.i.i.i.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %11)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %10)
# >    store i64 %147, ptr %11, align 8
# >    %161 = getelementptr inbounds i8, ptr %11, i64 8
# >    store i64 %149, ptr %161, align 8
# >    %162 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), i32 %153, ptr nonnull %11, ptr nonnull %10)
# >    %163 = load i64, ptr %10, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %11)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %10)
# >    br label %fora_function_3.exit.i.i
# >
# >  exit.i.i.i.i:                                     ; preds = %returned2.i.i.i.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %11)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %10)
# >    store i64 %158, ptr %11, align 8
# >    %164 = getelementptr inbounds i8, ptr %11, i64 8
# >    store i64 %157, ptr %164, align 8
# >    %165 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 128), i32 0, ptr nonnull %11, ptr nonnull %10)
# >    %166 = load i64, ptr %10, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %11)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %10)
# >    br label %fora_function_3.exit.i.i
# >
# >  fora_function_3.exit.i.i.thread80:                ; preds = %returned2.i.i.i.i
# >    %167 = extractvalue { i64, i1 } %159, 0
# >    br label %returned2.i.i
# >
# >  fora_function_3.exit.i.i:                         ; preds = %exit.after.i.i.i.i, %exit.after3.i.i.i.i, %exit.i.i.i.i
# >    %168 = phi i64 [ %156, %exit.after.i.i.i.i ], [ %163, %exit.after3.i.i.i.i ], [ %166, %exit.i.i.i.i ]
# >    %169 = phi i32 [ %155, %exit.after.i.i.i.i ], [ %162, %exit.after3.i.i.i.i ], [ %165, %exit.i.i.i.i ]
# >    switch i32 %169, label %exit.after3.i.i [
# >      i32 0, label %returned2.i.i
# >      i32 1, label %stopped8.sink.split
# >    ], !prof !9
# >
# >  exit.after.i.i:                                   ; preds = %fora_function_3.exit19.i.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %13)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %12)
# >    store i64 %25, ptr %13, align 8
# >    %170 = getelementptr inbounds i8, ptr %13, i64 8
# >    store i64 %115, ptr %170, align 8
# >    %171 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), i32 %142, ptr nonnull %13, ptr nonnull %12)
# >    %172 = load i64, ptr %12, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %13)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %12)
# >    br label %joined
# >
# >  returned2.i.i:                                    ; preds = %no.i, %returned.i.i, %fora_function_3.exit.i.i.thread80, %fora_function_3.exit.i.i
# >    %173 = phi i64 [ %168, %fora_function_3.exit.i.i ], [ %167, %fora_function_3.exit.i.i.thread80 ], [ 1, %returned.i.i ], [ 0, %no.i ]
# >    %174 = phi i64 [ %143, %fora_function_3.exit.i.i ], [ %143, %fora_function_3.exit.i.i.thread80 ], [ %143, %returned.i.i ], [ 1, %no.i ]
# >    %175 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %174, i64 %173)
# >    %176 = extractvalue { i64, i1 } %175, 1
# >    br i1 %176, label %exit.i.i, label %on.i.i, !prof !1
# >
# >  exit.after3.i.i:                                  ; preds = %fora_function_3.exit.i.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %13)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %12)
# >    store i64 %143, ptr %13, align 8
# >    %177 = getelementptr inbounds i8, ptr %13, i64 8
# >    store i64 %117, ptr %177, align 8
# >    %178 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), i32 %169, ptr nonnull %13, ptr nonnull %12)
# >    %179 = load i64, ptr %12, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %13)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %12)
# >    br label %joined
# >
# >  exit.i.i:                                         ; preds = %returned2.i.i
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %13)
# >    call void @llvm.lifetime.start.p0(i64 -1, ptr nonnull %12)
# >    store i64 %174, ptr %13, align 8
# >    %180 = getelementptr inbounds i8, ptr %13, i64 8
# >    store i64 %173, ptr %180, align 8
# >    %181 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 208), i32 0, ptr nonnull %13, ptr nonnull %12)
# >    %182 = load i64, ptr %12, align 8
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %13)
# >    call void @llvm.lifetime.end.p0(i64 -1, ptr nonnull %12)
# >    br label %joined
# >
# >  on.i.i:                                           ; preds = %returned2.i.i
# >    %183 = extractvalue { i64, i1 } %175, 0
# >    br label %returned6
# >
# >  join.there:                                       ; preds = %join.marked
# >    %184 = call i32 @fora_join(ptr nonnull %0, ptr nonnull %15, ptr nonnull %14)
# >    %185 = load i64, ptr %14, align 8
# >    br label %joined
# >
# >  joined:                                           ; preds = %exit.i.i, %exit.after3.i.i, %exit.after.i.i, %join.there
# >    %186 = phi i64 [ %185, %join.there ], [ %182, %exit.i.i ], [ %179, %exit.after3.i.i ], [ %172, %exit.after.i.i ]
# >    %187 = phi i32 [ %184, %join.there ], [ %181, %exit.i.i ], [ %178, %exit.after3.i.i ], [ %171, %exit.after.i.i ]
# >    switch i32 %187, label %exit.after7 [
# >      i32 0, label %returned6
# >      i32 1, label %stopped8
# >    ], !prof !10
# >
# >  returned6:                                        ; preds = %on.i.i, %forked, %returned, %joined
# >    %188 = phi i64 [ %186, %joined ], [ %183, %on.i.i ], [ %25, %forked ], [ 1, %returned ]
# >    %189 = phi i64 [ %109, %joined ], [ %109, %on.i.i ], [ %24, %forked ], [ %109, %returned ]
# >    %190 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %189, i64 %188)
# >    %191 = extractvalue { i64, i1 } %190, 1
# >    br i1 %191, label %exit, label %on9, !prof !1
# >
# >  exit.after7:                                      ; preds = %joined
# >    store i64 %109, ptr %17, align 8
# >    %192 = getelementptr inbounds i8, ptr %17, i64 8
# >    store i64 %25, ptr %192, align 8
# >    %193 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48), i32 %187, ptr nonnull %17, ptr nonnull %16)
# >    %194 = load i64, ptr %16, align 8
# >    br label %return
# >
# >  stopped8.sink.split.sink.split:                   ; preds = %fora_function_0.exit6.i.i.i.i, %fora_function_0.exit.i.i.i.i, %fora_function_0.exit6.i.i7.i.i, %fora_function_0.exit.i.i12.i.i
# >    %.sink87.sink = phi ptr [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), %fora_function_0.exit6.i.i7.i.i ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), %fora_function_0.exit.i.i12.i.i ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 96), %fora_function_0.exit6.i.i.i.i ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 112), %fora_function_0.exit.i.i.i.i ]
# >    %.sink88.ph = phi ptr [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), %fora_function_0.exit6.i.i7.i.i ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), %fora_function_0.exit.i.i12.i.i ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), %fora_function_0.exit6.i.i.i.i ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), %fora_function_0.exit.i.i.i.i ]
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull %.sink87.sink)
# >    br label %stopped8.sink.split
# >
# >  stopped8.sink.split:                              ; preds = %stopped8.sink.split.sink.split, %fora_function_3.exit.i.i, %fora_function_3.exit19.i.i
# >    %.sink88 = phi ptr [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 176), %fora_function_3.exit19.i.i ], [ getelementptr inbounds (i8, ptr @fora_exit_sites, i64 192), %fora_function_3.exit.i.i ], [ %.sink88.ph, %stopped8.sink.split.sink.split ]
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull %.sink88)
# >    br label %stopped8
# >
# >  stopped8:                                         ; preds = %stopped8.sink.split, %joined
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48))
# >    br label %return
# >
# >  exit:                                             ; preds = %returned6
# >    store i64 %189, ptr %17, align 8
# >    %195 = getelementptr inbounds i8, ptr %17, i64 8
# >    store i64 %188, ptr %195, align 8
# >    %196 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 64), i32 0, ptr nonnull %17, ptr nonnull %16)
# >    %197 = load i64, ptr %16, align 8
# >    br label %return
# >
# >  on9:                                              ; preds = %returned6
# >    %198 = extractvalue { i64, i1 } %190, 0
# >    br label %return
# >
# >  discard.marked10:                                 ; preds = %exit.after
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %15)
# >    br label %discarded12
# >
# >  discarded12:                                      ; preds = %discard.marked10, %exit.after
# >    store i64 %1, ptr %17, align 8
# >    %199 = getelementptr inbounds i8, ptr %17, i64 8
# >    store i64 %24, ptr %199, align 8
# >    %200 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32), i32 %106, ptr nonnull %17, ptr nonnull %16)
# >    %201 = load i64, ptr %16, align 8
# >    br label %return
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
