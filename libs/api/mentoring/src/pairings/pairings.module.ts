import { Module } from '@nestjs/common';
import { AgreementSigner } from './agreement.signer';
import { AgreementStore } from './agreement.store';
import { AgreementWriter } from './agreement.writer';
import { AgreementsController } from './agreements.controller';
import { ConsentToPairing } from './consent-to-pairing';
import { CreditBook } from './credit-book';
import { CreditLessons } from './credit-lessons';
import { MentoringNews } from './mentoring-news';
import { PairingChoicesQueries } from './pairing-choices.queries';
import { PairingListQueries } from './pairing-list.queries';
import { PairingSheetStore } from './pairing-sheet.store';
import { PairingQueries } from './pairing.queries';
import { PairingCloser } from './pairing.closer';
import { PairingStore } from './pairing.store';
import { PairingViewer } from './pairing.viewer';
import { PairingsController } from './pairings.controller';
import { PairingsTicker } from './pairings.ticker';
import { ReadPairings } from './read-pairings';
import { RenewShares } from './renew-shares';
import { RevisionStore } from './revision.store';
import { SaveAgreement } from './save-agreement';
import { SaveTemplate } from './save-template';
import { ShareBook } from './share-book';
import { ShareObservations } from './share-observations';
import { SignAgreement } from './sign-agreement';
import { TemplateQueries } from './template.queries';
import { TemplatesController } from './templates.controller';
import { WithdrawAgreement } from './withdraw-agreement';

const shared = [PairingSheetStore, PairingQueries, PairingStore, PairingViewer, CreditBook, ShareBook, MentoringNews];
const agreements = [SaveAgreement, SignAgreement, WithdrawAgreement, AgreementWriter, AgreementSigner, RevisionStore];
const useCases = [ConsentToPairing, ShareObservations, SaveTemplate, ReadPairings];
const time = [RenewShares, CreditLessons, PairingsTicker];

/** Who guides whom, what they agreed, and how much of it is paid. */
@Module({
  controllers: [PairingsController, AgreementsController, TemplatesController],
  providers: [
    ...shared,
    ...agreements,
    ...useCases,
    ...time,
    AgreementStore,
    PairingCloser,
    PairingListQueries,
    PairingChoicesQueries,
    TemplateQueries,
  ],
  exports: [...shared, AgreementStore, RenewShares, CreditLessons],
})
export class PairingsModule {}
