import { Module } from '@nestjs/common';
import { SchedulingModule } from '@qinglan/api-scheduling';
import { CertificateQueries } from './certificates/certificate.queries';
import { CertificateStore } from './certificates/certificate.store';
import { CertificatesController } from './certificates/certificates.controller';
import { IssueCertificates } from './certificates/issue-certificates';
import { ReadCertificates } from './certificates/read-certificates';
import { RevokeCertificate } from './certificates/revoke-certificate';
import { ChangeEnrolment } from './enrolments/change-enrolment';
import { EnrolmentQueries } from './enrolments/enrolment.queries';
import { EnrolmentQueue } from './enrolments/enrolment.queue';
import { EnrolmentChangesQueries } from './enrolments/enrolment-changes.queries';
import { EnrolmentSheet } from './enrolments/enrolment-sheet';
import { EnrolmentStore } from './enrolments/enrolment.store';
import { EnrolmentsController } from './enrolments/enrolments.controller';
import { MovedUpNews } from './enrolments/moved-up.news';
import { NotePresence } from './enrolments/note-presence';
import { ReadEnrolments } from './enrolments/read-enrolments';
import { CancelItem } from './items/cancel-item';
import { DownloadItems } from './items/download-items';
import { ItemExportQueries } from './items/item-export.queries';
import { ItemListQueries } from './items/item-list.queries';
import { ItemSheet } from './items/item-sheet';
import { ItemQueries } from './items/item.queries';
import { ItemStore } from './items/item.store';
import { ItemViewer } from './items/item.viewer';
import { ItemsController } from './items/items.controller';
import { ReadItems } from './items/read-items';
import { SaveItem } from './items/save-item';
import { ListHolder } from './sittings/list-holder';
import { ArrangeSitting } from './sittings/arrange-sitting';
import { ChangeSitting } from './sittings/change-sitting';
import { SittingParts } from './sittings/sitting.parts';
import { SittingPlacer } from './sittings/sitting.placer';
import { SittingQueries } from './sittings/sitting.queries';
import { SittingStore } from './sittings/sitting.store';
import { SittingsController } from './sittings/sittings.controller';
import { StatementsModule } from './statements/statements.module';

const items = [ItemStore, ItemQueries, ItemListQueries, ItemExportQueries, ItemViewer, ReadItems, SaveItem, CancelItem];
const enrolments = [
  EnrolmentStore,
  EnrolmentQueries,
  EnrolmentChangesQueries,
  EnrolmentQueue,
  MovedUpNews,
  ChangeEnrolment,
  NotePresence,
  ReadEnrolments,
];
const certificates = [CertificateStore, CertificateQueries, IssueCertificates, RevokeCertificate, ReadCertificates];
const sittings = [SittingStore, SittingQueries, SittingPlacer, ListHolder, SittingParts, ArrangeSitting, ChangeSitting];
const sheets = [ItemSheet, EnrolmentSheet];

/** What the programme does and plans, who enrols, and what certifies it. */
@Module({
  imports: [SchedulingModule, StatementsModule],
  controllers: [ItemsController, EnrolmentsController, CertificatesController, SittingsController],
  providers: [...items, ...enrolments, ...certificates, ...sittings, ...sheets, DownloadItems],
  exports: [...sheets, StatementsModule],
})
export class ProgrammeModule {}
