package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the parts of one program share while it is made. */
final class Workshop {

  /** The statements of an ordinary program, about. */
  static final int MOST_STATEMENTS = 26;

  private final Dice dice;
  private final int most;
  private final int length;
  private final boolean usesFloat;
  private final double repetition;
  private final double sweeps;
  private final double specials;
  private final double tables;
  private final Map<String, Integer> used = new HashMap<>();
  private final List<Callee> callees = new ArrayList<>();
  private final List<Callee> recursive = new ArrayList<>();
  private final List<Callee> anyLength = new ArrayList<>();
  private final List<Sort> records = new ArrayList<>();
  private int statements;

  /** For a program of about so many statements. */
  Workshop(Dice dice, int most) {
    this.dice = dice;
    this.most = most;
    this.length = dice.between(3, 4);
    this.usesFloat = dice.chance(0.12);
    this.repetition = dice.among(0.0, 0.05, 0.2);
    this.sweeps = dice.among(0.0, 0.06, 0.15);
    this.specials = dice.among(0.0, 0.2, 0.6);
    this.tables = dice.among(0.0, 0.0, 0.05, 0.2);
  }

  Dice dice() {
    return dice;
  }

  /** The length of all arrays, in all dimensions. */
  int length() {
    return length;
  }

  /** In which share of the cases the program repeats an expression. */
  double repetition() {
    return repetition;
  }

  /** Which share of the statements are loops with work arrays, or with a pattern. */
  double sweeps() {
    return sweeps;
  }

  /** Which share of the statements are about work arrays of integers. */
  double tables() {
    return tables;
  }

  /** In which share of the calls of functions they are called at special points. */
  double specials() {
    return specials;
  }

  /** Whether there is room for another statement, which is then counted. */
  boolean hasRoom() {
    return statements++ < most;
  }

  /** The type of real scalars, mostly double. */
  Sort real() {
    return usesFloat && dice.chance(0.4) ? Sort.FLOAT : Sort.DOUBLE;
  }

  /** A type of arrays of real numbers, mostly of rank 1. */
  Sort reals() {
    int rank = dice.among(1, 1, 1, 1, 2, 2, 3);
    return new Sort(real().base(), rank);
  }

  /** A name that is not used yet, unless as a whole. */
  String fresh(String stem) {
    int number = used.merge(stem, 1, Integer::sum);
    return number == 1 ? stem : stem + number;
  }

  /** The record types that are there by now. */
  List<Sort> records() {
    return List.copyOf(records);
  }

  void add(Sort record) {
    records.add(record);
  }

  /** The helpers that are there by now. */
  List<Callee> callees() {
    return List.copyOf(callees);
  }

  void add(Callee callee) {
    callees.add(callee);
  }

  /** A helper that sums up by calling itself can be called. */
  void addRecursive(Callee callee) {
    recursive.add(callee);
  }

  List<Callee> recursive() {
    return recursive;
  }

  /** The helpers with that result whose only array may have any length. */
  List<Callee> anyLength(Sort result) {
    return anyLength.stream().filter(c -> c.result().equals(result)).toList();
  }

  void addAnyLength(Callee callee) {
    anyLength.add(callee);
  }

  /** The helpers with that result. */
  List<Callee> calleesFor(Sort result) {
    return callees.stream().filter(c -> c.result().equals(result)).toList();
  }
}
