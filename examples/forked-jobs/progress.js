'use strict';

const kRedrawMs = 100;

// A line that says how far the work is: redrawn in place on a terminal, one line for every tenth
// otherwise.
class Progress {
  constructor(stream, enabled) {
    this.stream = stream;
    this.enabled = enabled;
    this.inPlace = enabled && stream.isTTY === true;
    this.drawnAt = 0;
    this.tenth = 0;
  }

  update(done, total) {
    if (!this.enabled) return;
    if (!this.inPlace) {
      this.#lineForTenth(done, total);
    } else if (done === total || Date.now() - this.drawnAt >= kRedrawMs) {
      this.drawnAt = Date.now();
      this.stream.write(`\r\x1b[K${done} of ${total} files`);
    }
  }

  #lineForTenth(done, total) {
    const tenth = Math.floor((done * 10) / total);
    if (tenth === this.tenth) return;
    this.tenth = tenth;
    this.stream.write(`${done} of ${total} files\n`);
  }

  // A line of its own that leaves the progress intact.
  message(text) {
    this.stream.write(`${this.inPlace ? '\r\x1b[K' : ''}${text}\n`);
  }

  end() {
    if (this.inPlace) this.stream.write('\r\x1b[K');
  }
}

module.exports = { Progress };
