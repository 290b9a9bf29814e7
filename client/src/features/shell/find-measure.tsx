import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { CloseIcon, SearchIcon } from '../../ui/icons.tsx';
import styles from './find-measure.module.css';
import header from './header.module.css';
import { useFindShortcut } from './shortcut.ts';

const MeasureFinder = lazy(async () => ({ default: (await import('./measure-finder.tsx')).MeasureFinder }));

/** "Find a measure": a button and the key `/`. The list itself is loaded when first opened. */
export function FindMeasure() {
  const [open, setOpen] = useState(false);
  const [shortcutOn, turnShortcut] = useFindShortcut(useCallback(() => setOpen(true), []));
  return (
    <>
      <button
        type="button"
        className={header.find}
        aria-haspopup="dialog"
        aria-keyshortcuts={shortcutOn ? '/' : undefined}
        onClick={() => setOpen(true)}
      >
        <SearchIcon />
        <span className={header.findWords}>Find a measure</span>
        {shortcutOn && (
          <span aria-hidden="true" className={header.key}>
            /
          </span>
        )}
      </button>
      {open && (
        <FindDialog onClose={() => setOpen(false)}>
          <label className={styles.shortcut}>
            <input
              type="checkbox"
              checked={shortcutOn}
              onChange={(event) => turnShortcut(event.target.checked)}
            />
            Open with the / key
          </label>
        </FindDialog>
      )}
    </>
  );
}

function FindDialog({ onClose, children }: { onClose: () => void; children: React.ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Find a measure" onClose={onClose}>
      <Suspense fallback={<p className="muted">Loading measures</p>}>
        <MeasureFinder onPick={onClose} />
      </Suspense>
      <div className={styles.foot}>
        {children}
        <Button small look="quiet" onClick={onClose}>
          <CloseIcon />
          Close
        </Button>
      </div>
    </dialog>
  );
}
