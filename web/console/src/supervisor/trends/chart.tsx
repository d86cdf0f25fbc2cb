import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { t } from '../../i18n';
import { Button } from '../../ui';
import type { PlotData } from './plot';
import { useThemeVersion } from './theme';

export interface ChartProps {
  title: string;
  data: PlotData;
  // What the chart says, in words.
  summary: string;
  table: ReactNode;
}

// A chart that can be read as a sentence and as a table, too.
export function Chart({ title, data, summary, table }: ChartProps) {
  const id = useId();
  const [isTable, setTable] = useState(false);
  return (
    <figure className="sup-chart" aria-labelledby={`${id}-title`}>
      <figcaption className="sup-block__head">
        <h2 id={`${id}-title`}>{title}</h2>
        <Button aria-pressed={isTable} className="sup-small" onPress={() => setTable(!isTable)}>
          {t('supervisor.showAsTable')}
        </Button>
      </figcaption>
      <p className="sup-chart__summary" id={`${id}-summary`}>
        {summary}
      </p>
      {isTable ? (
        table
      ) : (
        <>
          <Legend data={data} />
          <Canvas data={data} label={`${title}. ${summary}`} />
        </>
      )}
    </figure>
  );
}

function Legend({ data }: { data: PlotData }) {
  return (
    <ul className="sup-legend" aria-hidden="true">
      {data.series.map((one) => (
        <li key={one.label}>
          <svg viewBox="0 0 24 8" aria-hidden="true">
            <line
              x1="0"
              x2="24"
              y1="4"
              y2="4"
              strokeDasharray={one.isDashed ? '6 4' : undefined}
              style={{ stroke: `var(${one.color})` }}
            />
          </svg>
          {one.label}
        </li>
      ))}
    </ul>
  );
}

function Canvas({ data, label }: { data: PlotData; label: string }) {
  const host = useRef<HTMLDivElement>(null);
  const theme = useThemeVersion();
  const [isBroken, setBroken] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme is another picture.
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let isGone = false;
    let undo: (() => void) | undefined;
    import('./plot')
      .then(({ draw }) => {
        if (isGone) return;
        const plot = draw(element, data);
        const observer = new ResizeObserver(() => plot.resize(element.clientWidth));
        observer.observe(element);
        undo = () => {
          observer.disconnect();
          plot.destroy();
        };
      })
      .catch(() => setBroken(true));
    return () => {
      isGone = true;
      undo?.();
    };
  }, [data, theme]);
  if (isBroken) return <p className="muted">{t('supervisor.chartBroken')}</p>;
  return <div className="sup-canvas" ref={host} role="img" aria-label={label} />;
}
