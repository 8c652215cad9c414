package dev.tapeless.samples.workloads;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;

/** Draws how many times as long as the method its derivatives take. */
final class BenchmarkChart {

  private BenchmarkChart() {}

  /** Writes a picture in PNG format to {@code file}. */
  static void write(List<Measured> measured, Path file) throws IOException {
    List<String> names = measured.stream().map(Measured::workload).toList();
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(900)
            .height(480)
            .title("Derivatives: time by that of the method")
            .yAxisTitle("times as long as the method")
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setAvailableSpaceFill(0.7);
    chart.addSeries("by hand", names, measured.stream().map(m -> m.cost(m.byHand())).toList());
    chart.addSeries("generated", names, measured.stream().map(m -> m.cost(m.generated())).toList());
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG);
  }
}
