import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/message.tsx';

interface ChartBoundaryProps {
  onTable: () => void;
  children: ReactNode;
}

/** One chart that fails, or whose code cannot be fetched, never takes its page down: its table is still there. */
export class ChartBoundary extends Component<ChartBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Message
        tone="error"
        title="This chart could not be drawn"
        actions={
          <>
            {/* Every filter is in the address, so a reload loses nothing and fetches the code again. */}
            <Button small onClick={() => window.location.reload()}>
              Try again
            </Button>
            <Button small look="quiet" onClick={this.props.onTable}>
              Open as table
            </Button>
          </>
        }
      >
        <p>The rest of the page is correct, and the same figures are in the table.</p>
      </Message>
    );
  }
}
