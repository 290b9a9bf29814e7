import type { ReactNode } from 'react';

/** Icons are decoration: the words beside them carry the meaning. */
function Icon({ size, box, children }: { size: number; box: number; children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${box} ${box}`}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export const PreviousIcon = () => (
  <Icon size={14} box={14}>
    <path d="M9 2 4 7l5 5" />
  </Icon>
);
export const NextIcon = () => (
  <Icon size={14} box={14}>
    <path d="m5 2 5 5-5 5" />
  </Icon>
);
export const DownIcon = () => (
  <Icon size={10} box={10}>
    <path d="M1.5 3.2 5 6.7l3.5-3.5" />
  </Icon>
);
export const LinkIcon = () => (
  <Icon size={15} box={16}>
    <path d="M6.8 9.2a3 3 0 0 0 4.3 0l2-2A3 3 0 0 0 8.9 3l-.9.9M9.2 6.800a3 3 0 0 0-4.3 0l-2 2A3 3 0 0 0 7.1 13l.9-.9" />
  </Icon>
);
export const DownloadIcon = () => (
  <Icon size={15} box={16}>
    <path d="M8 2v8.500M4.5 7.2 8 10.700l3.5-3.500M2.5 13.500h11" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon size={15} box={16}>
    <circle cx="7" cy="7" r="4.7" />
    <path d="m10.5 10.5 3.5 3.5" />
  </Icon>
);
export const MenuIcon = () => (
  <Icon size={20} box={20}>
    <path d="M3 5.500h14M3 10h14M3 14.500h14" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon size={16} box={16}>
    <path d="m3 3 10 10M13 3 3 13" />
  </Icon>
);
export const ThemeIcon = () => (
  <Icon size={17} box={18}>
    <circle cx="9" cy="9" r="6.5" />
    <path d="M9 2.500a6.5 6.5 0 0 1 0 13Z" fill="currentColor" stroke="none" />
  </Icon>
);
