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
# >    %10: Int = const {index=2, flag}
# >    %11: Int = int.sub %0, %10 {flag}
# >    %15: Int = fork %11
# >    %8: Int = call_direct %7 {fs=1}
# >    %9: Function fib#1<> = make_function
# >    %12: Int = join %15 {fs=2}
# >    %13: Int = int.add %8, %12 {fs=3}
# >    return %13
# >  }
# > fora dump --phase=llvm --cpu=generic --function fib --types Int
# >  define internal fastcc { i64, i32 } @fora_function_0(ptr %0, i64 %1) unnamed_addr {
# >  entry:
# >    %2 = alloca [1 x i64], align 8
# >    %3 = alloca [6 x i64], align 8
# >    %4 = alloca [1 x i64], align 8
# >    %5 = alloca [1 x i64], align 8
# >    %6 = alloca [2 x i64], align 8
# >    %7 = tail call i64 @llvm.read_register.i64(metadata !0)
# >    %8 = getelementptr inbounds i8, ptr %0, i64 8
# >    %9 = load i64, ptr %8, align 4
# >    %10 = icmp ult i64 %7, %9
# >    br i1 %10, label %deep, label %on, !prof !1
# >
# >  common.ret:                                       ; preds = %on6, %exit, %stopped5, %exit.after4, %stopped1, %exit.after, %stopped, %deep, %yes
# >    %common.ret.op = phi { i64, i32 } [ %17, %yes ], [ %14, %deep ], [ { i64 0, i32 1 }, %stopped ], [ %41, %exit.after ], [ { i64 0, i32 1 }, %stopped1 ], [ %55, %exit.after4 ], [ { i64 0, i32 1 }, %stopped5 ], [ %60, %exit ], [ %63, %on6 ]
# >    ret { i64, i32 } %common.ret.op
# >
# >  deep:                                             ; preds = %entry
# >    store i64 %1, ptr %6, align 8
# >    %11 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull @fora_exit_sites, i32 0, ptr nonnull %6, ptr nonnull %5)
# >    %12 = load i64, ptr %5, align 8
# >    %13 = insertvalue { i64, i32 } poison, i64 %12, 0
# >    %14 = insertvalue { i64, i32 } %13, i32 %11, 1
# >    br label %common.ret
# >
# >  on:                                               ; preds = %entry
# >    %15 = icmp slt i64 %1, 2
# >    br i1 %15, label %yes, label %no
# >
# >  yes:                                              ; preds = %on
# >    %16 = insertvalue { i64, i32 } poison, i64 %1, 0
# >    %17 = insertvalue { i64, i32 } %16, i32 0, 1
# >    br label %common.ret
# >
# >  no:                                               ; preds = %on
# >    %18 = add nsw i64 %1, -1
# >    %19 = add nsw i64 %1, -2
# >    store i64 %19, ptr %4, align 8
# >    %20 = getelementptr inbounds i8, ptr %0, i64 16
# >    %21 = load ptr, ptr %20, align 8
# >    store ptr %21, ptr %3, align 8
# >    %22 = getelementptr inbounds i8, ptr %3, i64 8
# >    store i32 0, ptr %22, align 8
# >    %23 = getelementptr inbounds i8, ptr %3, i64 12
# >    store i32 0, ptr %23, align 4
# >    %24 = getelementptr inbounds i8, ptr %3, i64 16
# >    store ptr @fora_entry_0, ptr %24, align 8
# >    %25 = getelementptr inbounds i8, ptr %3, i64 24
# >    store ptr %4, ptr %25, align 8
# >    %26 = getelementptr inbounds i8, ptr %3, i64 32
# >    store ptr @fora_fork_sites, ptr %26, align 8
# >    store ptr %3, ptr %20, align 8
# >    %27 = load atomic i32, ptr %0 monotonic, align 4
# >    %28 = icmp eq i32 %27, 0
# >    br i1 %28, label %polled, label %asked, !prof !2
# >
# >  asked:                                            ; preds = %no
# >    %29 = call i32 @fora_poll(ptr nonnull %0)
# >    %30 = icmp eq i32 %29, 0
# >    br i1 %30, label %polled, label %stopped, !prof !2
# >
# >  stopped:                                          ; preds = %asked
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %3)
# >    br label %common.ret
# >
# >  polled:                                           ; preds = %asked, %no
# >    %31 = call fastcc { i64, i32 } @fora_function_0(ptr nonnull %0, i64 %18)
# >    %32 = extractvalue { i64, i32 } %31, 0
# >    %33 = extractvalue { i64, i32 } %31, 1
# >    switch i32 %33, label %exit.after [
# >      i32 0, label %returned
# >      i32 1, label %stopped1
# >    ], !prof !3
# >
# >  returned:                                         ; preds = %polled
# >    %34 = load ptr, ptr %3, align 8
# >    store ptr %34, ptr %20, align 8
# >    %35 = load i32, ptr %23, align 4
# >    %36 = icmp eq i32 %35, 0
# >    br i1 %36, label %join.here, label %join.there, !prof !2
# >
# >  exit.after:                                       ; preds = %polled
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %3)
# >    store i64 %1, ptr %6, align 8
# >    %37 = getelementptr inbounds i8, ptr %6, i64 8
# >    store i64 %18, ptr %37, align 8
# >    %38 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16), i32 %33, ptr nonnull %6, ptr nonnull %5)
# >    %39 = load i64, ptr %5, align 8
# >    %40 = insertvalue { i64, i32 } poison, i64 %39, 0
# >    %41 = insertvalue { i64, i32 } %40, i32 %38, 1
# >    br label %common.ret
# >
# >  stopped1:                                         ; preds = %polled
# >    call void @fora_discard(ptr nonnull %0, ptr nonnull %3)
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 16))
# >    br label %common.ret
# >
# >  join.here:                                        ; preds = %returned
# >    %42 = call fastcc { i64, i32 } @fora_function_0(ptr nonnull %0, i64 %19)
# >    %43 = extractvalue { i64, i32 } %42, 0
# >    %44 = extractvalue { i64, i32 } %42, 1
# >    br label %joined
# >
# >  join.there:                                       ; preds = %returned
# >    %45 = call i32 @fora_join(ptr nonnull %0, ptr nonnull %3, ptr nonnull %2)
# >    %46 = load i64, ptr %2, align 8
# >    br label %joined
# >
# >  joined:                                           ; preds = %join.here, %join.there
# >    %47 = phi i64 [ %43, %join.here ], [ %46, %join.there ]
# >    %48 = phi i32 [ %44, %join.here ], [ %45, %join.there ]
# >    switch i32 %48, label %exit.after4 [
# >      i32 0, label %returned3
# >      i32 1, label %stopped5
# >    ], !prof !3
# >
# >  returned3:                                        ; preds = %joined
# >    %49 = call { i64, i1 } @llvm.sadd.with.overflow.i64(i64 %32, i64 %47)
# >    %50 = extractvalue { i64, i1 } %49, 1
# >    br i1 %50, label %exit, label %on6, !prof !1
# >
# >  exit.after4:                                      ; preds = %joined
# >    store i64 %32, ptr %6, align 8
# >    %51 = getelementptr inbounds i8, ptr %6, i64 8
# >    store i64 %19, ptr %51, align 8
# >    %52 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32), i32 %48, ptr nonnull %6, ptr nonnull %5)
# >    %53 = load i64, ptr %5, align 8
# >    %54 = insertvalue { i64, i32 } poison, i64 %53, 0
# >    %55 = insertvalue { i64, i32 } %54, i32 %52, 1
# >    br label %common.ret
# >
# >  stopped5:                                         ; preds = %joined
# >    call void @fora_trace(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 32))
# >    br label %common.ret
# >
# >  exit:                                             ; preds = %returned3
# >    store i64 %32, ptr %6, align 8
# >    %56 = getelementptr inbounds i8, ptr %6, i64 8
# >    store i64 %47, ptr %56, align 8
# >    %57 = call i32 @fora_exit(ptr nonnull %0, ptr nonnull getelementptr inbounds (i8, ptr @fora_exit_sites, i64 48), i32 0, ptr nonnull %6, ptr nonnull %5)
# >    %58 = load i64, ptr %5, align 8
# >    %59 = insertvalue { i64, i32 } poison, i64 %58, 0
# >    %60 = insertvalue { i64, i32 } %59, i32 %57, 1
# >    br label %common.ret
# >
# >  on6:                                              ; preds = %returned3
# >    %61 = extractvalue { i64, i1 } %49, 0
# >    %62 = insertvalue { i64, i32 } poison, i64 %61, 0
# >    %63 = insertvalue { i64, i32 } %62, i32 0, 1
# >    br label %common.ret
# >  }
# >  define i32 @fora_entry_0(ptr %0, ptr nocapture readonly %1, ptr nocapture writeonly %2) {
# >  entry:
# >    %3 = load i64, ptr %1, align 8
# >    %4 = tail call fastcc { i64, i32 } @fora_function_0(ptr %0, i64 %3)
# >    %5 = extractvalue { i64, i32 } %4, 0
# >    %6 = extractvalue { i64, i32 } %4, 1
# >    store i64 %5, ptr %2, align 8
# >    ret i32 %6
# >  }
# >  define void @fora_release_arguments_0(ptr nocapture readnone %0) local_unnamed_addr {
# >  entry:
# >    ret void
# >  }
# >  define void @fora_release_result_0(ptr nocapture readnone %0) local_unnamed_addr {
# >  entry:
# >    ret void
# >  }
