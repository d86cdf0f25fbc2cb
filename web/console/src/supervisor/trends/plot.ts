import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';

// Draws lines over time with uPlot. Loaded with the first chart.

export interface PlotSeries {
  label: string;
  // A custom property of the theme.
  color: string;
  values: (number | null)[];
  isDashed?: boolean;
  isFilled?: boolean;
}

export interface PlotData {
  // Milliseconds.
  times: number[];
  series: PlotSeries[];
  formatTime: (at: number) => string;
  formatValue: (value: number) => string;
}

const height = 220;
const font = '12px system-ui, sans-serif';

// Returns how to give it another width, and how to take it away.
export function draw(
  host: HTMLElement,
  data: PlotData,
): { resize: (width: number) => void; destroy: () => void } {
  const styles = getComputedStyle(host);
  const colorOf = colorReader(host);
  const grid = { stroke: colorOf('--line'), width: 1 };
  const axis = { stroke: colorOf('--muted'), grid, ticks: { show: false }, font };
  const isRtl = styles.direction === 'rtl';
  const plot = new uPlot(
    {
      width: Math.max(200, host.clientWidth),
      height,
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, points: { size: 7 } },
      scales: {
        x: { time: true, dir: isRtl ? -1 : 1 },
        y: { range: (_, __, max) => [0, Math.max(1, max * 1.1)] },
      },
      axes: [
        {
          ...axis,
          values: (_, splits) => splits.map((at) => data.formatTime(at * 1000)),
          space: 70,
          size: 32,
        },
        {
          ...axis,
          side: isRtl ? 1 : 3,
          size: 52,
          values: (_, splits) => splits.map((value) => data.formatValue(value)),
          incrs: [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200],
        },
      ],
      series: [
        {},
        ...data.series.map((one) => ({
          label: one.label,
          stroke: colorOf(one.color),
          width: 2,
          dash: one.isDashed ? [6, 4] : undefined,
          fill: one.isFilled ? `${colorOf(one.color)}22` : undefined,
          points: { show: true, size: 5 },
        })),
      ],
    },
    [data.times.map((at) => at / 1000), ...data.series.map((one) => one.values)],
    host,
  );
  return {
    resize: (width) => plot.setSize({ width: Math.max(200, width), height }),
    destroy: () => plot.destroy(),
  };
}

// A canvas does not know `light-dark()`; the colours that count now come from an element, as #rrggbb.
function colorReader(host: HTMLElement): (property: string) => string {
  const probe = document.createElement('span');
  host.append(probe);
  const canvas = document.createElement('canvas').getContext('2d');
  const read = (property: string) => {
    probe.style.color = `var(${property})`;
    const color = getComputedStyle(probe).color;
    if (!canvas) return color;
    canvas.fillStyle = color;
    return String(canvas.fillStyle);
  };
  return (property) => {
    if (!probe.isConnected) host.append(probe);
    const color = read(property);
    probe.remove();
    return color;
  };
}
