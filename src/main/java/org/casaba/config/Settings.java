package org.casaba.config;

import java.util.List;
import org.casaba.cache.DerivativeSettings;
import org.casaba.cache.record.RecordSettings;
import org.casaba.codec.CodecSettings;
import org.casaba.delegate.DelegateSettings;
import org.casaba.delegate.MetaIdentifierSettings;
import org.casaba.delegate.host.HostSettings;
import org.casaba.info.InformationSettings;
import org.casaba.plan.PlanSettings;
import org.casaba.pyramid.store.PyramidSettings;
import org.casaba.render.CrewSettings;
import org.casaba.render.RenderSettings;
import org.casaba.service.AdmissionSettings;
import org.casaba.service.OverlaySettings;
import org.casaba.service.PoolSettings;
import org.casaba.source.FilesystemSettings;
import org.casaba.web.AdminSettings;
import org.casaba.web.MetricsSettings;
import org.casaba.web.WebSettings;

/**
 * The settings of all parts: what one {@code casaba.properties} says.
 *
 * @param shown all of them, as administrators may see them
 */
public record Settings(
    FilesystemSettings source,
    PoolSettings pool,
    PyramidSettings pyramids,
    DerivativeSettings derivatives,
    RecordSettings record,
    DelegateSettings delegate,
    PlanSettings plan,
    RenderSettings render,
    CrewSettings crew,
    AdmissionSettings admission,
    OverlaySettings overlay,
    WebSettings web,
    AdminSettings admin,
    MetricsSettings metrics,
    InformationSettings information,
    HostSettings hostObjects,
    MetaIdentifierSettings metaIdentifiers,
    CodecSettings codec,
    List<Setting> shown) {
  public Settings {
    shown = List.copyOf(shown);
  }
}
