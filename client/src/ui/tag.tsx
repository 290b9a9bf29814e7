import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** A short plain label, such as "Live" beside a release. */
export const Tag = ({ children }: { children: ReactNode }) => <span className={styles.tag}>{children}</span>;
