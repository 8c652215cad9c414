package dev.tapeless.processor.ir;

/** An expression that can be assigned to. */
public sealed interface Place extends Expr permits Expr.Read, Expr.Element, Expr.Member {}
