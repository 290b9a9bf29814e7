import type { ColumnType } from '../definition.ts';
import { quoted } from '../row.ts';

/** Members as `grade=2&priorityArea=urban`; kept with sorted keys. */
export function members(): ColumnType {
  const part = /^[a-z][A-Za-z0-9]*=[A-Za-z0-9._-]+$/;
  return {
    words: 'members as grade=2&priorityArea=urban',
    compile: (_, column) => (value, row) => {
      const parts = value.split('&').map((each) => each.trim());
      const names = new Set(parts.map((each) => each.split('=')[0]));
      if (parts.every((each) => part.test(each)) && names.size === parts.length)
        return parts.sort().join('&');
      const message = `${column} cannot be ${quoted(value)}: write dimension=member, joined by &.`;
      return row.refuse(column, 'bad-filter', message);
    },
  };
}
