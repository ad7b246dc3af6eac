import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refused } from './refused';

const refuseAfter = (limit: unknown): never => {
  if (!(limit instanceof RateLimiterRes)) throw limit;
  throw new Refused('too-fast', { retryAfterSeconds: Math.max(1, Math.ceil(limit.msBeforeNext / 1000)) });
};

/** How fast anybody may go: generous for people, a wall for loops. */
@Injectable()
export class RateLimits {
  private readonly known = new RateLimiterMemory({ points: 3000, duration: 10 });
  private readonly strangers = new RateLimiterMemory({ points: 600, duration: 10 });
  private readonly signIns = new RateLimiterMemory({ points: 10, duration: 300, blockDuration: 300 });
  private readonly signInsOfAddress = new RateLimiterMemory({ points: 200, duration: 300 });
  private readonly verifications = new RateLimiterMemory({ points: 30, duration: 60 });

  private readonly shared = new RateLimiterMemory({ points: 60, duration: 60 });

  /** Counts one try to open a report by its link: sixty a minute from one address, so that nobody guesses secrets. */
  async countShared(address: string): Promise<void> {
    await this.shared.consume(address).catch(refuseAfter);
  }

  /** Counts one request of a session or, for strangers, of an address. */
  async count(key: string, isSignedIn: boolean): Promise<void> {
    await (isSignedIn ? this.known : this.strangers).consume(key).catch(refuseAfter);
  }

  /** Counts one try to sign in: ten wrong ones an account in five minutes. A school shares one address, so that limit is wide. */
  async countSignIn(account: string, address: string): Promise<void> {
    await this.signInsOfAddress.consume(address).catch(refuseAfter);
    await this.signIns.consume(account.toLowerCase()).catch(refuseAfter);
  }

  /** Counts one certificate that an address asks about: thirty in a minute. */
  async countVerification(address: string): Promise<void> {
    await this.verifications.consume(address).catch(refuseAfter);
  }

  /** A right password clears the account's count. */
  async clearSignIn(account: string): Promise<void> {
    await this.signIns.delete(account.toLowerCase());
  }
}
