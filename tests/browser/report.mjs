// What was checked and what failed, said at once and counted at the end.
export class Report {
  passed = 0;
  failed = 0;

  // One check: it passes unless it throws, or names problems.
  async check(name, body) {
    let problems;
    try {
      problems = (await body()) ?? [];
    } catch (error) {
      problems = [error.message];
    }
    if (problems.length === 0) {
      this.passed += 1;
      return true;
    }
    this.failed += 1;
    console.log(`FAILED ${name}`);
    for (const problem of problems) console.log(`       ${problem.replaceAll("\n", "\n       ")}`);
    return false;
  }
  close() {
    console.log(`\n${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0;
  }
}
