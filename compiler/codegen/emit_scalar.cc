// Numbers: ints that leave when they overflow, floats exactly as the hardware and libm have them.
#include "compiler/codegen/function_emitter.h"

#include <bit>

#include "compiler/codegen/layout.h"
#include "compiler/codegen/libm.h"

namespace fora::codegen {

using ir::CompareOp;
using ir::Op;
using ir::TypeKind;

namespace {

// Ints up to here convert to double without rounding.
constexpr int64_t kExactDouble = int64_t{1} << 53;

std::optional<llvm::CmpInst::Predicate> IntPredicate(CompareOp op) {
  switch (op) {
    case CompareOp::kLt: return llvm::CmpInst::ICMP_SLT;
    case CompareOp::kLe: return llvm::CmpInst::ICMP_SLE;
    case CompareOp::kEq: return llvm::CmpInst::ICMP_EQ;
    case CompareOp::kNe: return llvm::CmpInst::ICMP_NE;
    case CompareOp::kGt: return llvm::CmpInst::ICMP_SGT;
    case CompareOp::kGe: return llvm::CmpInst::ICMP_SGE;
    case CompareOp::kIs:
    case CompareOp::kIsNot:
    case CompareOp::kIn:
    case CompareOp::kNotIn: return std::nullopt;
  }
  return std::nullopt;
}

// False when a NaN takes part, but for `!=`.
std::optional<llvm::CmpInst::Predicate> FloatPredicate(CompareOp op) {
  switch (op) {
    case CompareOp::kLt: return llvm::CmpInst::FCMP_OLT;
    case CompareOp::kLe: return llvm::CmpInst::FCMP_OLE;
    case CompareOp::kEq: return llvm::CmpInst::FCMP_OEQ;
    case CompareOp::kNe: return llvm::CmpInst::FCMP_UNE;
    case CompareOp::kGt: return llvm::CmpInst::FCMP_OGT;
    case CompareOp::kGe: return llvm::CmpInst::FCMP_OGE;
    case CompareOp::kIs:
    case CompareOp::kIsNot:
    case CompareOp::kIn:
    case CompareOp::kNotIn: return std::nullopt;
  }
  return std::nullopt;
}

// Whether an int is converted to double without rounding.
llvm::Value* IsExactDouble(Builder& b, llvm::Value* x) {
  llvm::Value* shifted = b.CreateAdd(x, b.getInt64(kExactDouble));
  return b.CreateICmpULE(shifted, b.getInt64(2 * kExactDouble));
}

llvm::Intrinsic::ID OverflowIntrinsic(Op op) {
  if (op == Op::kIntAdd) return llvm::Intrinsic::sadd_with_overflow;
  return op == Op::kIntMul ? llvm::Intrinsic::smul_with_overflow : llvm::Intrinsic::ssub_with_overflow;
}

}  // namespace

void FunctionEmitter::EmitIntArithmetic() {
  const Op op = current_->op;
  llvm::Value* x = Operand(0);
  if (op == Op::kIntToFloat) return Set(b.CreateSIToFP(x, b.getDoubleTy()));
  if (op == Op::kIntInvert) return Set(b.CreateNot(x));
  if (op == Op::kIntNeg || op == Op::kIntAbs) {
    llvm::Value* negated = b.CreateNSWNeg(x);
    if (!current_->flag) {
      LeaveIf(b.CreateICmpEQ(x, Int(INT64_MIN)), Exit());
      negated = b.CreateNSWNeg(x);
    }
    return Set(op == Op::kIntNeg ? negated : b.CreateSelect(b.CreateICmpSLT(x, Int(0)), negated, x));
  }
  llvm::Value* y = Operand(1);
  if (op == Op::kIntAnd) return Set(b.CreateAnd(x, y));
  if (op == Op::kIntOr) return Set(b.CreateOr(x, y));
  if (op == Op::kIntXor) return Set(b.CreateXor(x, y));
  if (current_->flag) {
    if (op == Op::kIntAdd) return Set(b.CreateNSWAdd(x, y));
    return Set(op == Op::kIntSub ? b.CreateNSWSub(x, y) : b.CreateNSWMul(x, y));
  }
  llvm::Value* checked = b.CreateBinaryIntrinsic(OverflowIntrinsic(op), x, y);
  LeaveIf(b.CreateExtractValue(checked, 1), Exit());
  Set(b.CreateExtractValue(checked, 0));
}

// Floored, as Python divides; the hardware truncates.
void FunctionEmitter::EmitIntDivision() {
  llvm::Value *x = Operand(0), *y = Operand(1);
  if (current_->index == 1) return Set(current_->op == Op::kIntMod ? b.CreateURem(x, y) : b.CreateUDiv(x, y));
  if (!current_->flag) {
    llvm::Value* overflows = b.CreateAnd(b.CreateICmpEQ(y, Int(-1)), b.CreateICmpEQ(x, Int(INT64_MIN)));
    LeaveIf(b.CreateICmpEQ(y, Int(0)), Exit());
    LeaveIf(overflows, Exit());
  }
  llvm::Value* remainder = b.CreateSRem(x, y);
  // The remainder takes the divisor's sign.
  llvm::Value* wrong_sign = b.CreateICmpSLT(current_->flag ? remainder : b.CreateXor(remainder, y), Int(0));
  llvm::Value* adjust =
      current_->flag ? wrong_sign : b.CreateAnd(wrong_sign, b.CreateICmpNE(remainder, Int(0)));
  if (current_->op == Op::kIntMod) return Set(b.CreateSelect(adjust, b.CreateAdd(remainder, y), remainder));
  llvm::Value* quotient = b.CreateSDiv(x, y);
  Set(b.CreateSub(quotient, b.CreateZExt(adjust, b.getInt64Ty())));
}

void FunctionEmitter::EmitIntShift() {
  llvm::Value *x = Operand(0), *count = Operand(1);
  LeaveIf(b.CreateICmpSLT(count, Int(0)), Exit());
  if (current_->op == Op::kIntShr) {
    return Set(b.CreateAShr(x, b.CreateBinaryIntrinsic(llvm::Intrinsic::umin, count, Int(63))));
  }
  // Leaves when a bit is lost; also for 0 << 64 and beyond, which is rare.
  LeaveIf(b.CreateICmpUGT(count, Int(63)), Exit());
  llvm::Value* shifted = b.CreateShl(x, count);
  LeaveIf(b.CreateICmpNE(b.CreateAShr(shifted, count), x), Exit());
  Set(shifted);
}

void FunctionEmitter::EmitIntPower() {
  llvm::Value *x = Operand(0), *y = Operand(1);
  auto* constant = llvm::dyn_cast<llvm::ConstantInt>(y);
  if (constant != nullptr && (constant->equalsInt(2) || constant->equalsInt(3))) {
    llvm::Value* power = x;
    for (uint64_t i = 1; i < constant->getZExtValue(); ++i) {
      llvm::Value* checked = b.CreateBinaryIntrinsic(llvm::Intrinsic::smul_with_overflow, power, x);
      LeaveIf(b.CreateExtractValue(checked, 1), Exit());
      power = b.CreateExtractValue(checked, 0);
    }
    return Set(power);
  }
  LeaveIf(b.CreateICmpSLT(y, Int(0)), Exit());
  llvm::Value* out = ContextField(layout::kContextResult);
  llvm::Value* fits = m.calls.Call(b, "fora_int_pow", b.getInt32Ty(), {x, y, out}, CallKind::kOrdinary);
  LeaveIf(b.CreateICmpEQ(fits, I32(0)), Exit());
  Set(b.CreateLoad(b.getInt64Ty(), out));
}

void FunctionEmitter::EmitIntTrueDivision() {
  llvm::Value *x = Operand(0), *y = Operand(1);
  LeaveIf(b.CreateICmpEQ(y, Int(0)), Exit());
  llvm::BasicBlock *exact = NewBlock("exact"), *rounded = NewBlock("rounded"), *done = NewBlock("divided");
  Branch(b.CreateAnd(IsExactDouble(b, x), IsExactDouble(b, y)), exact, rounded);
  b.SetInsertPoint(exact);
  llvm::Value* quick = b.CreateFDiv(b.CreateSIToFP(x, b.getDoubleTy()), b.CreateSIToFP(y, b.getDoubleTy()));
  b.CreateBr(done);
  b.SetInsertPoint(rounded);
  llvm::Value* out = ContextField(layout::kContextResult);
  llvm::Value* fits = m.calls.Call(b, "fora_int_truediv", b.getInt32Ty(), {x, y, out}, CallKind::kOrdinary);
  LeaveIf(b.CreateICmpEQ(fits, I32(0)), Exit());
  llvm::Value* slow = b.CreateLoad(b.getDoubleTy(), out);
  llvm::BasicBlock* slow_end = b.GetInsertBlock();
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode* phi = b.CreatePHI(b.getDoubleTy(), 2);
  phi->addIncoming(quick, exact);
  phi->addIncoming(slow, slow_end);
  Set(phi);
}

void FunctionEmitter::EmitCompare() {
  CompareOp op = current_->compare;
  if (current_->op == Op::kBoolCompare) {
    // There is one True and one False: identity is equality.
    if (op == CompareOp::kIs) op = CompareOp::kEq;
    if (op == CompareOp::kIsNot) op = CompareOp::kNe;
  }
  const bool floats = current_->op == Op::kFloatCompare;
  auto predicate = floats ? FloatPredicate(op) : IntPredicate(op);
  if (!predicate) return Fail("comparison of numbers by identity or membership");
  if (floats) return Set(b.CreateFCmp(*predicate, Operand(0), Operand(1)));
  Set(b.CreateICmp(*predicate, ToWord(b, Operand(0)), ToWord(b, Operand(1))));
}

void FunctionEmitter::EmitIntFloatCompare() {
  auto predicate = FloatPredicate(current_->compare);
  if (!predicate) return Fail("comparison of numbers by identity or membership");
  llvm::Value *x = Operand(0), *y = Operand(1);
  llvm::BasicBlock *exact = NewBlock("exact"), *rounded = NewBlock("rounded"), *done = NewBlock("compared");
  Branch(IsExactDouble(b, x), exact, rounded);
  b.SetInsertPoint(exact);
  llvm::Value* quick = b.CreateFCmp(*predicate, b.CreateSIToFP(x, b.getDoubleTy()), y);
  b.CreateBr(done);
  b.SetInsertPoint(rounded);
  llvm::Value* answer =
      m.calls.Call(b, "fora_int_float_compare", b.getInt32Ty(),
                   {x, y, I32(static_cast<uint32_t>(current_->compare))}, CallKind::kArithmetic);
  llvm::Value* slow = b.CreateICmpNE(answer, I32(0));
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode* phi = b.CreatePHI(b.getInt1Ty(), 2);
  phi->addIncoming(quick, exact);
  phi->addIncoming(slow, rounded);
  Set(phi);
}

void FunctionEmitter::EmitFloatArithmetic() {
  llvm::Value* x = Operand(0);
  if (current_->op == Op::kFloatNeg) return Set(b.CreateFNeg(x));
  if (current_->op == Op::kFloatAbs) return Set(b.CreateUnaryIntrinsic(llvm::Intrinsic::fabs, x));
  llvm::Value* y = Operand(1);
  if (current_->op == Op::kFloatAdd) return Set(b.CreateFAdd(x, y));
  if (current_->op == Op::kFloatSub) return Set(b.CreateFSub(x, y));
  if (current_->op == Op::kFloatMul) return Set(b.CreateFMul(x, y));
  if (current_->op == Op::kFloatPow) return EmitFloatPower(x, y);
  // A quotient may be computed before it is known to be wanted (see merge_exits.h).
  llvm::Value* quotient = current_->op == Op::kFloatTrueDiv ? b.CreateFDiv(x, y) : nullptr;
  LeaveIf(b.CreateFCmpOEQ(y, llvm::ConstantFP::get(b.getDoubleTy(), 0.0)), Exit());
  if (quotient != nullptr) return Set(quotient);
  const char* name = current_->op == Op::kFloatMod ? "fora_float_mod" : "fora_float_floordiv";
  Set(m.calls.Call(b, name, b.getDoubleTy(), {x, y}, CallKind::kArithmetic));
}

// x ** 2 and x ** 0.5 without libm, exactly as libm rounds them; goes to `hard` where that can't be told.
// Null if there is no such way.
//
// libm's pow is not correctly rounded, but nearly: glibc states 0.54 units in the last place in all, of which
// a half is the rounding itself (sysdeps/ieee754/dbl-64/e_pow.c). So it returns the double next to the true
// power, which x * x and sqrt(x) are, unless the true power is about half-way between two doubles. How far it
// is from the one found is known exactly, by a fused multiplication. (The test is A. Ziv's: "Fast evaluation
// of elementary mathematical functions with correctly rounded last bit", ACM TOMS 17, 1991.)
llvm::Value* FunctionEmitter::EasyPower(llvm::Value* x, llvm::Value* y, llvm::BasicBlock* hard) {
  const auto* exponent = llvm::dyn_cast<llvm::ConstantFP>(y);
  if (exponent == nullptr || !m.options.has_fma) return nullptr;
  const bool square = exponent->isExactlyValue(2.0);
  if (!square && !exponent->isExactlyValue(0.5)) return nullptr;
  constexpr double kSure = 0.45;  // units in the last place
  constexpr uint64_t kExponentBits = 0x7ff0'0000'0000'0000;
  // Below, what is left of x might be too small for a double.
  constexpr double kSquareMin = 0x1p-960, kRootMin = 0x1p-480;
  auto number = [&](double d) { return llvm::ConstantFP::get(b.getDoubleTy(), d); };
  auto fma = [&](llvm::Value* p, llvm::Value* q, llvm::Value* r) {
    return b.CreateIntrinsic(llvm::Intrinsic::fma, {b.getDoubleTy()}, {p, q, r});
  };
  llvm::Value* power = square ? b.CreateFMul(x, x) : b.CreateUnaryIntrinsic(llvm::Intrinsic::sqrt, x);
  llvm::Value* left = square ? fma(x, x, b.CreateFNeg(power)) : fma(b.CreateFNeg(power), power, x);
  llvm::Value* bits = b.CreateAnd(b.CreateBitCast(power, b.getInt64Ty()), Int(kExponentBits));
  llvm::Value* unit = b.CreateFMul(b.CreateBitCast(bits, b.getDoubleTy()), number(0x1p-52 * kSure));
  // d(sqrt(x)) = dx / (2 sqrt(x))
  llvm::Value* most = square ? unit : b.CreateFMul(b.CreateFMul(power, number(2.0)), unit);
  llvm::Value* sure = b.CreateFCmpOLT(b.CreateUnaryIntrinsic(llvm::Intrinsic::fabs, left), most);
  llvm::Value* large = b.CreateICmpUGE(
      bits, Int(static_cast<int64_t>(std::bit_cast<uint64_t>(square ? kSquareMin : kRootMin))));
  LeaveIf(b.CreateNot(b.CreateAnd(sure, large)), hard);
  return power;
}

// libm's pow is a ** b wherever it is finite; the rest raises, is complex, or really is infinite or NaN.
void FunctionEmitter::EmitFloatPower(llvm::Value* x, llvm::Value* y) {
  llvm::BasicBlock *hard = NewBlock("pow.libm"), *slow = NewBlock("pow.slow"), *done = NewBlock("pow");
  llvm::Value* easy = EasyPower(x, y, hard);
  llvm::BasicBlock* easy_end = b.GetInsertBlock();
  b.CreateBr(easy != nullptr ? done : hard);
  b.SetInsertPoint(hard);
  llvm::Value* quick = m.calls.Call(b, "fora_libm_pow", b.getDoubleTy(), {x, y}, CallKind::kArithmetic);
  llvm::Value* magnitude = b.CreateUnaryIntrinsic(llvm::Intrinsic::fabs, quick);
  Branch(b.CreateFCmpOLT(magnitude, llvm::ConstantFP::getInfinity(b.getDoubleTy())), done, slow);
  llvm::BasicBlock* quick_end = b.GetInsertBlock();
  b.SetInsertPoint(slow);
  llvm::Value* out = ContextField(layout::kContextResult);
  llvm::Value* fits = m.calls.Call(b, "fora_float_pow", b.getInt32Ty(), {x, y, out}, CallKind::kOrdinary);
  LeaveIf(b.CreateICmpEQ(fits, I32(0)), Exit());
  llvm::Value* exact = b.CreateLoad(b.getDoubleTy(), out);
  llvm::BasicBlock* slow_end = b.GetInsertBlock();
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode* phi = b.CreatePHI(b.getDoubleTy(), 3);
  if (easy != nullptr) phi->addIncoming(easy, easy_end);
  phi->addIncoming(quick, quick_end);
  phi->addIncoming(exact, slow_end);
  Set(phi);
}

// A double without fraction to an int; leaves if it does not fit, NaN included.
void FunctionEmitter::EmitFloatToInt(llvm::Value* whole) {
  constexpr double kLimit = 9223372036854775808.0;  // 2^63; -2^63 itself is left to the interpreter
  llvm::Value* magnitude = b.CreateUnaryIntrinsic(llvm::Intrinsic::fabs, whole);
  LeaveIf(b.CreateFCmpUGE(magnitude, llvm::ConstantFP::get(b.getDoubleTy(), kLimit)), Exit());
  Set(b.CreateFPToSI(whole, b.getInt64Ty()));
}

void FunctionEmitter::EmitMath() {
  llvm::Value* x = Operand(0);
  const Op op = current_->op;
  if (op == Op::kFloatToInt) return EmitFloatToInt(b.CreateUnaryIntrinsic(llvm::Intrinsic::trunc, x));
  if (op == Op::kFloatRound) return EmitFloatToInt(b.CreateUnaryIntrinsic(llvm::Intrinsic::roundeven, x));
  if (op == Op::kMathToInt) {
    static constexpr llvm::Intrinsic::ID kRows[] = {llvm::Intrinsic::floor, llvm::Intrinsic::ceil,
                                                    llvm::Intrinsic::trunc};
    if (current_->index < 0 || current_->index > 2) return Fail("no such conversion of math");
    return EmitFloatToInt(b.CreateUnaryIntrinsic(kRows[current_->index], x));
  }
  const bool binary = op == Op::kMathBinary;
  llvm::SmallVector<llvm::Value*, 3> arguments{x};
  if (binary) arguments.push_back(Operand(1));
  const LibmRow* row = FindLibm(binary, current_->index);
  // The quick way gives the answer unless that is not finite, or the domain is left: then the slow way
  // decides.
  llvm::BasicBlock *slow = NewBlock("math.slow"), *done = NewBlock("math");
  llvm::Value* quick = nullptr;
  llvm::BasicBlock* quick_end = nullptr;
  if (row == nullptr) {
    b.CreateBr(slow);
  } else {
    llvm::BasicBlock* fast = NewBlock("math.fast");
    if (row->way == LibmWay::kSquareRoot) {
      Branch(b.CreateFCmpOGE(x, llvm::ConstantFP::get(b.getDoubleTy(), 0.0)), fast, slow);
      b.SetInsertPoint(fast);
      quick = b.CreateUnaryIntrinsic(llvm::Intrinsic::sqrt, x);
      b.CreateBr(done);
    } else if (row->way == LibmWay::kAbsolute) {
      b.CreateBr(fast);
      b.SetInsertPoint(fast);
      quick = b.CreateUnaryIntrinsic(llvm::Intrinsic::fabs, x);
      b.CreateBr(done);
    } else {
      if (row->way == LibmWay::kPositive) {
        Branch(b.CreateFCmpOGT(x, llvm::ConstantFP::get(b.getDoubleTy(), 0.0)), fast, slow);
      } else {
        b.CreateBr(fast);
      }
      b.SetInsertPoint(fast);
      quick = m.calls.Call(b, row->symbol, b.getDoubleTy(), arguments, CallKind::kArithmetic);
      llvm::Value* magnitude = b.CreateUnaryIntrinsic(llvm::Intrinsic::fabs, quick);
      Branch(b.CreateFCmpOLT(magnitude, llvm::ConstantFP::getInfinity(b.getDoubleTy())), done, slow);
    }
    quick_end = b.GetInsertBlock();
  }
  b.SetInsertPoint(slow);
  llvm::Value* out = ContextField(layout::kContextResult);
  llvm::SmallVector<llvm::Value*, 4> all{I32(static_cast<uint32_t>(current_->index))};
  all.append(arguments.begin(), arguments.end());
  all.push_back(out);
  llvm::Value* fits = m.calls.Call(b, binary ? "fora_math_binary" : "fora_math_unary", b.getInt32Ty(), all,
                                   CallKind::kOrdinary);
  LeaveIf(b.CreateICmpEQ(fits, I32(0)), Exit());
  llvm::Value* exact = b.CreateLoad(b.getDoubleTy(), out);
  llvm::BasicBlock* slow_end = b.GetInsertBlock();
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode* phi = b.CreatePHI(b.getDoubleTy(), 2);
  phi->addIncoming(exact, slow_end);
  if (quick != nullptr) phi->addIncoming(quick, quick_end);
  Set(phi);
}

void FunctionEmitter::EmitLogic() {
  llvm::Value* x = Operand(0);
  if (current_->op == Op::kBoolToInt) return Set(b.CreateZExt(x, b.getInt64Ty()));
  if (current_->op == Op::kBoolNot) return Set(b.CreateNot(x));
  // Not `and` and `or`: the second operand may be poison where the first one decides.
  Set(current_->op == Op::kBoolAnd ? b.CreateLogicalAnd(x, Operand(1)) : b.CreateLogicalOr(x, Operand(1)));
}

}  // namespace fora::codegen
