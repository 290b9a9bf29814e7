import { useEffect, useState } from 'react';

const key = 'find-shortcut';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/**
 * Calls `open` when `/` is pressed outside a field. Single-key shortcuts must be possible to turn off
 * (WCAG 2.1.4): the switch is kept for the next visit.
 */
export function useFindShortcut(open: () => void) {
  const [on, setOn] = useState(() => readSwitch());
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on, open]);

  function turn(next: boolean) {
    setOn(next);
    keepSwitch(next);
  }
  return [on, turn] as const;
}

function readSwitch(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

function keepSwitch(on: boolean) {
  try {
    localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // Storage is blocked: the switch holds until the page is left.
  }
}
