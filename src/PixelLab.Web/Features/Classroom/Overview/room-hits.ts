import '../../../Client/Kit/Hits/hit-detail';
import type { Hit } from '../../../Client/Kit/Wire/wire';
import { ask } from '../../../Client/Kit/Page/ask';
import { withKey } from '../../../Client/Kit/Rooms/pulse';

/**
 * The hits of a room behind a number. A hit opens below its line: its seat's panel would have the seat in its address, and that
 * address would stand on the wall.
 */
class RoomHits extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.#open);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.#open);
  }

  readonly #open = (event: Event): void => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hit]') : null;
    const line = button?.closest('li');
    if (!button || !line) {
      return;
    }
    const shown = line.querySelector('hit-detail, [role="alert"]');
    button.setAttribute('aria-expanded', String(!shown));
    if (shown) {
      shown.remove();
    } else {
      void this.#show(line, button.dataset.hit ?? '');
    }
  };

  async #show(line: HTMLElement, id: string): Promise<void> {
    const wall = this.hasAttribute('projected') ? '?projected=true' : '';
    const answer = await ask<Hit>(
      `${this.getAttribute('api') ?? ''}/${id}${wall}`,
      withKey(this.getAttribute('room') ?? ''),
    );
    if (answer.fault !== undefined) {
      const fault = document.createElement('p');
      fault.role = 'alert';
      fault.textContent = answer.fault;
      line.append(fault);
      return;
    }
    const detail = document.createElement('hit-detail');
    detail.event = answer.value;
    line.append(detail);
  }
}

customElements.define('room-hits', RoomHits);
