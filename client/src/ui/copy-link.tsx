import { useState } from 'react';
import { announce } from './announce.tsx';
import { Button } from './button.tsx';
import { LinkIcon } from './icons.tsx';

const labels = { ready: 'Copy link', copied: 'Link copied', failed: 'Not copied' };

/** The page's own address with its release pinned, so that evidence never changes under a reader. */
export function pinnedAddress(address: string, release: number): string {
  const url = new URL(address);
  url.searchParams.set('release', String(release));
  return url.href;
}

export function CopyLink({ release }: { release: number }) {
  const [state, setState] = useState<keyof typeof labels>('ready');

  async function copy() {
    try {
      await navigator.clipboard.writeText(pinnedAddress(window.location.href, release));
      setState('copied');
      announce(`Link to this page in Release ${release} copied`);
    } catch {
      setState('failed');
      announce('The browser did not allow copying. Copy the address from the address bar.');
    }
  }

  return (
    <Button
      onClick={copy}
      onBlur={() => setState('ready')}
      title={
        state === 'failed' ? 'The browser did not allow copying. Copy the address bar instead.' : undefined
      }
    >
      <LinkIcon />
      {labels[state]}
    </Button>
  );
}
