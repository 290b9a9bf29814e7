import type { Comparison, ComparisonPanel, Point } from '../../api/types.ts';
import { formatPeriod } from '../../format/periods.ts';
import { formatPoint, statusMarks } from '../../format/points.ts';
import { formatCount, type ValueFormat } from '../../format/values.ts';
import { Table } from '../../ui/table.tsx';
import { beyondChance, boundsWords, differenceWords } from './compared-words.ts';
import { nameOf, panelFormat } from './panel-words.ts';

interface ComparedTableProps {
  data: Comparison;
  panel: ComparisonPanel;
  title: string;
}

/** The figures of both charts: now and a year before with 95% intervals, and the difference from the other areas. */
export function ComparedTable({ data, panel, title }: ComparedTableProps) {
  const format = panelFormat(panel);
  return (
    <Table caption={title} hideCaption>
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col" data-number>
            {formatPeriod(panel.period)}
          </th>
          <th scope="col" data-number>
            n
          </th>
          <th scope="col" data-number>
            {formatPeriod(panel.earlierPeriod)}
          </th>
          <th scope="col" data-number>
            n
          </th>
          <th scope="col" data-number>
            Against the other areas (99.8% interval)
          </th>
          <th scope="col">Beyond chance</th>
        </tr>
      </thead>
      <tbody>
        {panel.areas.map(({ area, point, earlier, flag }) => (
          <tr key={area}>
            <th scope="row">{nameOf(data.areas, area)}</th>
            <PointCells point={point} format={format} />
            <PointCells point={earlier} format={format} />
            <td data-number>{differenceWords(flag, format)}</td>
            <td>{beyondChance(flag)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{data.parent.name}</th>
          <PointCells point={panel.whole} format={format} />
          <PointCells point={panel.wholeEarlier} format={format} />
          <td data-number>–</td>
          <td>–</td>
        </tr>
      </tbody>
    </Table>
  );
}

const PointCells = ({ point, format }: { point: Point; format: ValueFormat }) => (
  <>
    <td data-number>
      {formatPoint(point, format)} {statusMarks(point.status)}
      {point.interval && <span className="muted"> ({boundsWords(point, format)})</span>}
    </td>
    <td data-number>{formatCount(point.n)}</td>
  </>
);
