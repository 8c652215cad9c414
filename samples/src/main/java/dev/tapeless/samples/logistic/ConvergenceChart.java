package dev.tapeless.samples.logistic;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws how the loss and the length of its gradient fell. */
final class ConvergenceChart {

  private ConvergenceChart() {}

  /** Writes a picture in PNG format to {@code file}. */
  static void write(List<Progress> progress, Path file) throws IOException {
    double[] iterations = progress.stream().mapToDouble(Progress::iteration).toArray();
    double[] losses = progress.stream().mapToDouble(Progress::loss).toArray();
    double[] norms = progress.stream().mapToDouble(Progress::gradientNorm).toArray();
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(560)
            .title("Logistic regression on the breast cancer data")
            .xAxisTitle("iteration")
            .yAxisTitle("logarithmic scale")
            .build();
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideSW);
    chart.addSeries("loss", iterations, losses).setMarker(SeriesMarkers.NONE);
    chart.addSeries("gradient norm", iterations, norms).setMarker(SeriesMarkers.NONE);
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG);
  }
}
