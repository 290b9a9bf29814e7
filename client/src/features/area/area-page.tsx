export function AreaPage(_props: { code: string; release: string | undefined; month: string | undefined; onMonth: (month: string) => void }) {
  return <h1>Area</h1>;
}
