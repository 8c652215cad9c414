package dev.tapeless.samples.gradbench.evals;

/**
 * A model of a hand: bones that move, and a mesh of vertices that moves with them. Matrices act on
 * columns of four coordinates.
 *
 * @param parents of each bone that which it hangs on, or -1; these come first
 * @param relatives of each bone where it is, as its parent sees it, when the hand is at rest
 * @param inverseAbsolutes of each bone how it sees the world then
 * @param positions of each vertex where it is then
 * @param bones of each vertex the bones that move it
 * @param weights of each vertex how much each of them does
 * @param triangles the vertices of each triangle of the mesh
 * @param mirrored whether it is the other hand
 */
@SuppressWarnings("ArrayRecordComponent")
record Hand(
    int[] parents,
    double[][][] relatives,
    double[][][] inverseAbsolutes,
    double[][] positions,
    int[][] bones,
    double[][] weights,
    int[][] triangles,
    boolean mirrored) {

  /** How many bones there must be. */
  static final int BONES = 22;
}
